import { api, LightningElement } from 'lwc';
import { format, monthName, type Measure } from 'c/measureModel';

const WIDTH = 220;
const HEIGHT = 44;
const EDGE = 4;

const STATUS: Readonly<Record<string, string>> = { good: 'On target', watch: 'Below target', alarm: 'Alarm' };
const STATUS_LOWER: Readonly<Record<string, string>> = { good: 'On target', watch: 'Above target', alarm: 'Alarm' };

/** One measure: value, trend of the months, target and published benchmark. Fires `open` when its rows are asked for. */
export default class MeasureTile extends LightningElement {
  @api measure!: Measure;
  @api currencyCode!: string;
  @api isOpen = false;

  readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;

  get value(): string {
    return this.shown(this.measure.value);
  }

  get isBlank(): boolean {
    return this.measure.value === undefined || this.measure.value === null;
  }

  get buttonLabel(): string {
    return `${this.measure.label}: ${this.value}. Show the rows behind it`;
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

  get parts(): string | undefined {
    const { numerator, divisor, unit } = this.measure;
    if (this.isBlank || divisor === undefined || divisor === null || numerator === undefined) return undefined;
    const isMoney = ['ProjectMargin', 'Realization', 'RevenueLeakage', 'RevenuePerEmployee', 'Dso', 'PipelineCoverage'];
    const of = (number: number, money: boolean): string =>
      money
        ? format(number, 'amount', this.currencyCode)
        : new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(number);
    const money = isMoney.includes(this.measure.key);
    const ofEmployees = this.measure.key === 'RevenuePerEmployee';
    return `${of(numerator, money)} of ${of(divisor, money && !ofEmployees)}${unit === 'percent' ? '' : ''}`;
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
    const values = trend.flatMap(({ value }) => (value === undefined || value === null ? [] : [value]));
    if (values.length < 2) return [];
    const target = this.measure.target ?? values[0]!;
    const low = Math.min(...values, target);
    const high = Math.max(...values, target);
    return trend.flatMap(({ month, value }, index) =>
      value === undefined || value === null
        ? []
        : [
            {
              x: EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, trend.length - 1),
              y: heightOf(value, low, high),
              label: `${monthName(month)}: ${this.shown(value)}`,
            },
          ],
    );
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
    const values = trend.flatMap(({ value }) => (value === undefined || value === null ? [] : [value]));
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

function heightOf(value: number, low: number, high: number): number {
  return high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) * (HEIGHT - 2 * EDGE)) / (high - low);
}
