import { api, LightningElement } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import {
  dayNumber,
  dayText,
  monthTicks,
  NOT_KNOWN,
  valueOn,
  valueTicks,
  wholeText,
  type ChartLine,
  type ChartPoint,
} from 'c/healthModel';

interface Drawn {
  key: string;
  label: string;
  style: string;
  swatch: string;
  path: string;
  endX: number;
  endY: number;
}

const HEIGHT = 300;
const MARGIN = { top: 12, right: 16, bottom: 28, left: 64 };
const USUAL_WIDTH = 720;
/** Room that the name of a month takes. */
const MONTH_WIDTH = 64;
const COMPACT = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: '2-digit', timeZone: 'UTC' });

/**
 * Lines over time with a day that can be read off, by pointer or by the slider below, and all values as a table. Lines
 * differ by their dashes, too, not by colour alone.
 */
export default class EarnedValueChart extends LightningElement {
  /** At least one of them with points. */
  @api lines: ChartLine[] = [];
  /** Of the values: a currency or %. */
  @api unit = '';
  /** ISO date up to which things have happened. */
  @api today!: string;
  /** What the chart shows, for its name. */
  @api summary = '';

  width = USUAL_WIDTH;
  chosenDay?: string;
  private observer?: ResizeObserver;

  renderedCallback(): void {
    if (this.observer !== undefined || typeof ResizeObserver === 'undefined') return;
    const frame = this.template!.querySelector('.frame');
    if (frame === null) return;
    this.observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) this.width = width;
    });
    this.observer.observe(frame);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  get height(): number {
    return HEIGHT;
  }

  get viewBox(): string {
    return `0 0 ${this.width} ${HEIGHT}`;
  }

  get baseY(): number {
    return HEIGHT - MARGIN.bottom;
  }

  get leftX(): number {
    return MARGIN.left;
  }

  get rightX(): number {
    return this.width - MARGIN.right;
  }

  get topY(): number {
    return MARGIN.top;
  }

  get drawn(): Drawn[] {
    return this.lines
      .filter(({ points }) => points.length > 0)
      .map(({ key, label, points }) => ({
        key,
        label,
        style: `line line_${key}`,
        swatch: `swatch line_${key}`,
        path: points
          .map(({ day, value }, index) => `${index === 0 ? 'M' : 'L'}${this.x(day)} ${this.y(value)}`)
          .join(''),
        endX: this.x(points.at(-1)!.day),
        endY: this.y(points.at(-1)!.value),
      }));
  }

  get valueTicks(): object[] {
    return this.steps.map((value) => ({
      key: value,
      y: this.y(value),
      textY: this.y(value) + 4,
      text: COMPACT.format(value),
    }));
  }

  get monthTicks(): object[] {
    const most = Math.max(2, Math.floor((this.rightX - this.leftX) / MONTH_WIDTH));
    return monthTicks(this.firstDay, this.lastDay, most)
      .filter((day) => this.x(day) < this.rightX - MONTH_WIDTH / 3)
      .map((day) => ({ key: day, x: this.x(day), text: MONTH.format(new Date(`${day}T00:00:00Z`)) }));
  }

  get axisTextX(): number {
    return MARGIN.left - 8;
  }

  get monthTextY(): number {
    return HEIGHT - 8;
  }

  get todayX(): number {
    return this.x(this.today);
  }

  get todayTextY(): number {
    return MARGIN.top + 4;
  }

  get todayAnchor(): string {
    return this.todayX > this.width / 2 ? 'end' : 'start';
  }

  get todayTextX(): number {
    return this.todayX + (this.todayAnchor === 'end' ? -6 : 6);
  }

  get readX(): number {
    return this.x(this.readDay);
  }

  /** The days that can be read off, in order. */
  get days(): string[] {
    return [...new Set(this.lines.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  }

  get lastIndex(): number {
    return this.days.length - 1;
  }

  get readIndex(): number {
    return this.days.indexOf(this.readDay);
  }

  get readText(): string {
    return dayText(this.readDay);
  }

  get readings(): object[] {
    return this.read.map(({ key, label, value }) => ({ key, label, text: wholeText(value, this.unit) }));
  }

  /** For the slider: the day with its values. */
  get readingText(): string {
    return [this.readText, ...this.read.map(({ label, value }) => `${label} ${wholeText(value, this.unit)}`)].join(
      ', ',
    );
  }

  get columns(): { key: string; label: string }[] {
    return this.lines.filter(({ points }) => points.length > 0).map(({ key, label }) => ({ key, label }));
  }

  get rows(): object[] {
    const lines = this.lines.filter(({ points }) => points.length > 0);
    const values = new Map(
      lines.map(({ key, points }) => [key, new Map(points.map(({ day, value }) => [day, value]))]),
    );
    return this.days.map((day) => ({
      key: day,
      day: dayText(day),
      cells: lines.map(({ key, label }) => {
        const value = values.get(key)!.get(day);
        return { key, label, text: value === undefined ? NOT_KNOWN : wholeText(value, this.unit) };
      }),
    }));
  }

  handlePointer(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    const pointed = ((event.clientX - left) / width) * this.width;
    const distance = (day: string): number => Math.abs(this.x(day) - pointed);
    this.chosenDay = [...this.days].sort((one, other) => distance(one) - distance(other))[0];
  }

  handleSlide(event: Event): void {
    this.chosenDay = this.days[Number((event.target as HTMLInputElement).value)];
  }

  /** Until one is chosen, the last day on which anything has happened. */
  private get readDay(): string {
    const { days } = this;
    if (this.chosenDay !== undefined && days.includes(this.chosenDay)) return this.chosenDay;
    return days.filter((day) => day <= this.today).at(-1) ?? days[0]!;
  }

  /** What each line says on the day read off; a projection begins with what is known, and says nothing there. */
  private get read(): { key: string; label: string; value: number }[] {
    return this.lines.flatMap(({ key, label, points }) => {
      const value = valueOn(points, this.readDay);
      const isKnown = value !== undefined && (key !== 'projection' || this.readDay > points[0]!.day);
      return isKnown ? [{ key, label, value }] : [];
    });
  }

  private get points(): ChartPoint[] {
    return this.lines.flatMap(({ points }) => points);
  }

  private get steps(): number[] {
    return valueTicks(Math.max(...this.points.map(({ value }) => value)));
  }

  private get firstDay(): string {
    return [...this.points.map(({ day }) => day), this.today].sort()[0]!;
  }

  private get lastDay(): string {
    return [...this.points.map(({ day }) => day), this.today].sort().at(-1)!;
  }

  private x(day: string): number {
    const first = dayNumber(this.firstDay);
    const span = Math.max(1, dayNumber(this.lastDay) - first);
    return rounded(this.leftX + ((dayNumber(day) - first) / span) * (this.rightX - this.leftX));
  }

  private y(value: number): number {
    const highest = this.steps.at(-1)!;
    return rounded(this.baseY - (value / highest) * (this.baseY - MARGIN.top));
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
