import { api, LightningElement } from 'lwc';

const SECOND = 1000;

/** The time since a clock was started, moving on every second. */
export default class TimesheetClock extends LightningElement {
  /** Instant, ISO 8601. */
  @api startedAt!: string;

  text = '';
  private timer?: ReturnType<typeof setInterval>;

  connectedCallback(): void {
    this.tick();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the component leaves
    this.timer = setInterval(() => this.tick(), SECOND);
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(this.startedAt)) / SECOND));
    const two = (value: number): string => String(value).padStart(2, '0');
    this.text = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }
}
