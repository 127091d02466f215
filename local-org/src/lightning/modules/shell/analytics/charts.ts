/** The chart library, loaded with the first chart. */

export interface Chart {
  setOption(option: object, notMerge: boolean): void;
  resize(): void;
  dispose(): void;
  on(event: 'click', handler: (event: { readonly dataIndex: number }) => void): void;
}

interface Charts {
  init(place: HTMLElement, theme: undefined, options: { readonly renderer: 'svg' }): Chart;
}

export function loadCharts(): Promise<Charts> {
  return import('echarts') as unknown as Promise<Charts>;
}
