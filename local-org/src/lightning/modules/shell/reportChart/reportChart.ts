/** A chart of a report, with its numbers as a table for who cannot see it or wants to read them. */
import { LightningElement, api } from 'lwc';
import { chartData, type ChartData, type ChartSpec } from '../analytics/chartModel.ts';
import { chartOptions, kindOf } from '../analytics/chartOptions.ts';
import { loadCharts, type Chart } from '../analytics/charts.ts';
import type { ReportRun } from '../analytics/types.ts';
import { messageOf } from '../errors/errors.ts';

export default class ReportChart extends LightningElement {
  @api label = '';
  problem: string | undefined;
  private shownRun: ReportRun | undefined;
  private shownSpec: ChartSpec | undefined;
  private data: ChartData | undefined;
  private chart: Chart | undefined;
  private observer: ResizeObserver | undefined;
  private isStale = true;

  @api get run(): ReportRun | undefined {
    return this.shownRun;
  }

  set run(run: ReportRun | undefined) {
    this.shownRun = run;
    this.update();
  }

  @api get spec(): ChartSpec | undefined {
    return this.shownSpec;
  }

  set spec(spec: ChartSpec | undefined) {
    this.shownSpec = spec;
    this.update();
  }

  private update(): void {
    if (this.shownRun === undefined || this.shownSpec === undefined) return;
    this.data = chartData(this.shownRun, this.shownSpec);
    const { type } = this.shownSpec;
    this.problem = kindOf(type) === undefined ? `Not supported: charts of the type ${type}` : undefined;
    this.isStale = true;
    if (this.chart !== undefined) this.draw();
  }

  get isEmpty(): boolean {
    return this.data?.categories.length === 0;
  }

  get isDrawn(): boolean {
    return this.problem === undefined && !this.isEmpty;
  }

  get heads(): readonly string[] {
    return (this.data?.series ?? []).map(({ name }) => name);
  }

  get rows(): readonly object[] {
    const { categories = [], series = [] } = this.data ?? {};
    return categories.map(({ label }, index) => ({
      key: String(index),
      label,
      cells: series.map((one, position) => ({ key: `${index}.${position}`, text: one.labels[index] })),
    }));
  }

  get categoryLabel(): string {
    return this.data?.categoryLabel ?? '';
  }

  async renderedCallback(): Promise<void> {
    const place = this.template!.querySelector<HTMLElement>('.chart');
    if (place === null || this.observer !== undefined) return;
    this.observer = new ResizeObserver(() => this.draw());
    try {
      const { init } = await loadCharts();
      this.chart = init(place, undefined, { renderer: 'svg' });
      this.chart.on('click', ({ dataIndex }) => this.open(dataIndex));
      this.draw();
      this.observer.observe(place);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
    this.chart?.dispose();
    this.chart = undefined;
  }

  private draw(): void {
    const place = this.template!.querySelector<HTMLElement>('.chart');
    if (this.chart === undefined || place === null || this.data === undefined || !this.isDrawn) return;
    const width = place.clientWidth;
    this.chart.resize();
    this.chart.setOption(
      chartOptions(this.shownSpec!.type, this.data, width, this.shownSpec!.showValues),
      this.isStale,
    );
    this.isStale = false;
  }

  /** Tells which group was clicked. */
  private open(index: number): void {
    const category = this.data?.categories[index];
    if (category !== undefined) this.dispatchEvent(new CustomEvent('group', { detail: category }));
  }
}
