import { api, LightningElement } from 'lwc';
import { format, hours, monthName, type Measure } from 'c/measureModel';

const WIDTH = 220;
const HEIGHT = 44;
const EDGE = 4;

/** Measures that divide amounts by amounts. */
const AMOUNTS = new Set(['ProjectMargin', 'Realization', 'RevenueLeakage', 'Dso', 'PipelineCoverage']);
const PER_EMPLOYEE = 'RevenuePerEmployee';

const STATUS: Readonly<Record<string, string>> = { good: 'On target', watch: 'Below target', alarm: 'Alarm' };
const STATUS_LOWER: Readonly<Record<string, string>> = { good: 'On target', watch: 'Above target', alarm: 'Alarm' };

const BLANK: Readonly<Record<string, string>> = {
  none: 'You may not see the rows of this measure.',
  empty: 'Nothing is measured in these months.',
};

/** One measure: value, trend of the months, target and published benchmark. Fires `open` when its rows are asked for. */
export default class MeasureTile extends LightningElement {
  @api measure!: Measure;
  @api currencyCode!: string;
  @api isOpen = false;

  readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;

  get shownValue(): string {
    return this.shown(this.measure.value);
  }

  get isBlank(): boolean {
    return this.measure.value === undefined || this.measure.value === null;
  }

  /** Not to be seen, not there and not divisible are different things. */
  get blankReason(): string {
    return BLANK[this.measure.sight ?? ''] ?? 'Nothing to divide by in these months.';
  }

  get isPartial(): boolean {
    return this.measure.sight === 'some';
  }

  get buttonLabel(): string {
    return `${this.measure.label}: ${this.shownValue}. Show the rows behind it`;
  }

  get pressed(): string {
    return String(this.isOpen);
  }

  get tileClass(): string {
    return `tile ${this.measure.status ?? 'plain'}${this.isOpen ? ' open' : ''}`;
  }

  get statusLabel(): string | undefined {
    const { status, isLowerBetter } = this.measure;
    return status === undefined ? undefined : (isLowerBetter ? STATUS_LOWER : STATUS)[status];
  }

  get statusClass(): string {
    return `status ${this.measure.status ?? ''}`;
  }

  /** What the measure is divided from. */
  get parts(): string | undefined {
    const { key, numerator, divisor } = this.measure;
    if (this.isBlank || divisor === undefined || divisor === null || numerator === undefined) return undefined;
    const part = (value: number, isAmount: boolean): string => {
      return isAmount ? format(value, 'amount', this.currencyCode) : hours(value);
    };
    return `${part(numerator, AMOUNTS.has(key) || key === PER_EMPLOYEE)} of ${part(divisor, AMOUNTS.has(key))}`;
  }

  get aims(): { key: string; label: string; value: string; title?: string }[] {
    const { target, benchmark, benchmarkTo, source } = this.measure;
    const aims: { key: string; label: string; value: string; title?: string }[] = [];
    if (target !== undefined && target !== null) aims.push({ key: 't', label: 'Target', value: this.shown(target) });
    if (benchmark !== undefined && benchmark !== null) {
      const to = benchmarkTo === undefined || benchmarkTo === null ? '' : ` – ${this.shown(benchmarkTo)}`;
      aims.push({ key: 'b', label: 'Benchmark', value: this.shown(benchmark) + to, title: source });
    }
    return aims;
  }

  get known(): { x: number; y: number; label: string }[] {
    const { trend } = this.measure;
    const values = knownValues(trend);
    if (values.length < 2) return [];
    const target = this.measure.target ?? values[0]!;
    const low = Math.min(...values, target);
    const high = Math.max(...values, target);
    const step = (WIDTH - 2 * EDGE) / Math.max(1, trend.length - 1);
    return trend
      .map(({ month, value }, index) => ({ month, value, x: EDGE + index * step }))
      .filter(({ value }) => value !== undefined && value !== null)
      .map(({ month, value, x }) => ({
        x,
        y: heightOf(value!, low, high),
        label: `${monthName(month)}: ${this.shown(value)}`,
      }));
  }

  get hasTrend(): boolean {
    return this.known.length > 1;
  }

  get path(): string {
    return this.known.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
  }

  get area(): string {
    const first = this.known[0]!;
    const last = this.known[this.known.length - 1]!;
    return `${this.path} L${last.x.toFixed(1)} ${HEIGHT} L${first.x.toFixed(1)} ${HEIGHT} Z`;
  }

  get last(): { x: number; y: number } {
    return this.known[this.known.length - 1]!;
  }

  get targetLine(): number | undefined {
    const { target, trend } = this.measure;
    if (target === undefined || target === null) return undefined;
    const values = knownValues(trend);
    return heightOf(target, Math.min(...values, target), Math.max(...values, target));
  }

  /** The trend in words, for those who do not see it. */
  get trendText(): string {
    return `By month. ${this.known.map(({ label }) => label).join('; ')}`;
  }

  get benchmarkSource(): string | undefined {
    return this.measure.benchmark === undefined || this.measure.benchmark === null ? undefined : this.measure.source;
  }

  handleOpen(): void {
    this.dispatchEvent(new CustomEvent('open', { detail: { key: this.measure.key } }));
  }

  private shown(value: number | undefined): string {
    return format(value, this.measure.unit, this.currencyCode);
  }
}

function knownValues(trend: Measure['trend']): number[] {
  return trend.flatMap(({ value }) => (value === undefined || value === null ? [] : [value]));
}

function heightOf(value: number, low: number, high: number): number {
  return high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) * (HEIGHT - 2 * EDGE)) / (high - low);
}
