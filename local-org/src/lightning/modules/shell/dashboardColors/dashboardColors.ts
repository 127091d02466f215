/** The colours in which a number of a dashboard shows how high it is. */
import { LightningElement, api } from 'lwc';
import type { ColorBreak } from '../analytics/client.ts';

interface Palette {
  readonly label: string;
  readonly value: string;
  readonly colors: readonly string[];
}

const [RED, AMBER, GREEN] = ['#F4B6B0', '#FBE0A6', '#BFE5C8'];
const NONE = '';
const OWN = 'own';
const PALETTES: readonly Palette[] = [
  { label: 'None', value: NONE, colors: [] },
  { label: 'High is good: red, amber, green', value: 'rising', colors: [RED, AMBER, GREEN] },
  { label: 'High is bad: green, amber, red', value: 'falling', colors: [GREEN, AMBER, RED] },
];

export default class DashboardColors extends LightningElement {
  hint = '';
  low = '';
  high = '';
  private shown: readonly ColorBreak[] = [];
  private colors: readonly string[] = [];

  @api get breaks(): readonly ColorBreak[] {
    return this.shown;
  }

  /** The same ones again do not undo what is being entered. */
  set breaks(breaks: readonly ColorBreak[]) {
    if (JSON.stringify(breaks) === JSON.stringify(this.shown)) return;
    this.shown = breaks;
    this.colors = breaks.map(({ color }) => color);
    this.low = String(breaks[0]?.upperBound ?? '');
    this.high = String(breaks[1]?.upperBound ?? '');
    this.hint = '';
  }

  private get known(): Palette | undefined {
    return PALETTES.find(({ colors }) => colors.join() === this.colors.join());
  }

  get palette(): string {
    return this.known?.value ?? OWN;
  }

  get palettes(): readonly object[] {
    return this.known === undefined ? [...PALETTES, { label: 'As they are', value: OWN }] : PALETTES;
  }

  get isColored(): boolean {
    return this.colors.length > 0;
  }

  handlePalette(event: CustomEvent<{ value: string }>): void {
    this.colors = PALETTES.find(({ value }) => value === event.detail.value)?.colors ?? this.colors;
    this.change();
  }

  handleBound(event: Event): void {
    const { name, value } = event.target as HTMLElement & { name: 'low' | 'high'; value: string };
    this[name] = value;
    this.change();
  }

  /** Colours without their bounds mean nothing, and are kept here until both are given. */
  private change(): void {
    const [low, high] = [this.low, this.high].map((text) => (text === '' ? NaN : Number(text))) as [number, number];
    if (this.isColored && !(low < high)) {
      this.hint = 'Say from where a number is in the middle, and from where it is high.';
      return;
    }
    this.hint = '';
    const bounds = [null, low, high, null];
    const breaks = this.colors.map((color, index) => ({
      color,
      lowerBound: bounds[index] ?? null,
      upperBound: index === this.colors.length - 1 ? null : (bounds[index + 1] ?? null),
    }));
    this.dispatchEvent(new CustomEvent('edit', { detail: { breaks } }));
  }
}
