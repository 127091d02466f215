/** Options of the chart library for a kind of chart. */
import type { ChartData } from './chartModel.ts';

/** Colours of the charts of Lightning Experience, dark enough to tell apart on white. */
const COLORS = [
  '#1b96ff',
  '#0b827c',
  '#e3066a',
  '#7526e3',
  '#dd7a01',
  '#396547',
  '#0b5cab',
  '#ba01ff',
  '#8c4b02',
  '#05628a',
];
const INK = '#444444';
const LINE = '#e5e5e5';
const FONT = "'Salesforce Sans', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** Widths below which legends and labels are shortened. */
const NARROW = 420;

interface Kind {
  readonly shape: 'bar' | 'line' | 'pie' | 'funnel' | 'scatter';
  readonly horizontal: boolean;
  readonly stacked: boolean;
  readonly percent: boolean;
  readonly cumulative: boolean;
  readonly donut: boolean;
  /** Columns, and the last sum as a line across them. */
  readonly combined: boolean;
}

/** Types of metadata and of the Analytics API alike; undefined for one that is no chart. */
export function kindOf(type: string): Kind | undefined {
  const name = type.replace(/\s/g, '');
  const shape = /Pie|Donut/.test(name)
    ? 'pie'
    : /Funnel/.test(name)
      ? 'funnel'
      : /Scatter/.test(name)
        ? 'scatter'
        : /^Line/.test(name)
          ? 'line'
          : /Bar|Column|Combo/.test(name)
            ? 'bar'
            : undefined;
  if (shape === undefined) return undefined;
  return {
    shape,
    horizontal: /^(?:HorizontalBar|Bar)/.test(name),
    stacked: /Stacked/.test(name),
    percent: /100/.test(name),
    cumulative: /Cumulative/.test(name),
    donut: /Donut/.test(name),
    combined: /Combo|Column.*Line/.test(name),
  };
}

export function chartOptions(type: string, data: ChartData, width: number, showValues: boolean): object {
  const kind = kindOf(type);
  if (kind === undefined) throw new Error(`Not supported: charts of the type ${type}`);
  const isRound = kind.shape === 'pie' || kind.shape === 'funnel';
  const hasLegend = isRound || data.series.length > 1;
  return {
    animation: false,
    color: COLORS,
    textStyle: { fontFamily: FONT, color: INK },
    tooltip: {
      trigger: isRound || kind.shape === 'scatter' ? 'item' : 'axis',
      confine: true,
      axisPointer: { type: 'shadow' },
    },
    ...(hasLegend ? { legend: legend(isRound && width >= NARROW) } : {}),
    ...(isRound
      ? { series: [round(kind, data, width, showValues)] }
      : kind.shape === 'scatter' && data.series.length > 1
        ? plane(data, width)
        : axes(kind, data, width, showValues, hasLegend)),
  };
}

/** Each group as a point between two sums. */
function plane({ categories, series: [across, up] }: ChartData, width: number): object {
  const axis = (name: string, nameGap: number) => ({
    type: 'value',
    scale: true,
    name,
    nameLocation: 'middle',
    nameGap,
    axisLabel: { color: INK, formatter: shortNumber, hideOverlap: true },
    splitLine: { lineStyle: { color: LINE } },
    splitNumber: width < NARROW ? 3 : 5,
  });
  return {
    grid: { left: 40, right: width < NARROW ? 72 : 132, top: 24, bottom: 28, containLabel: true },
    legend: { show: false },
    xAxis: axis(across?.name ?? '', 28),
    yAxis: axis(up?.name ?? '', 40),
    series: [
      {
        type: 'scatter',
        symbolSize: 12,
        data: categories.map(({ label }, index) => ({
          name: label,
          value: [across?.values[index] ?? null, up?.values[index] ?? null],
          shown: `${across?.labels[index]} / ${up?.labels[index]}`,
        })),
        label: {
          show: true,
          position: 'right',
          color: INK,
          fontSize: 11,
          width: width < NARROW ? 64 : 120,
          overflow: 'truncate',
          formatter: ({ name }: { readonly name: string }) => name,
        },
        labelLayout: { hideOverlap: true },
        tooltip: {
          formatter: ({ data: item }: { readonly data: { readonly name: string; readonly shown: string } }) =>
            `${escape(item.name)}: ${escape(item.shown)}`,
        },
      },
    ],
  };
}

function legend(beside: boolean): object {
  const text = {
    textStyle: { color: INK, width: beside ? 110 : 200, overflow: 'truncate' },
    type: 'scroll',
    icon: 'circle',
    itemWidth: 10,
  };
  return beside ? { ...text, orient: 'vertical', right: 8, top: 'middle' } : { ...text, bottom: 0, left: 'center' };
}

function round(kind: Kind, data: ChartData, width: number, showValues: boolean): object {
  const [series] = data.series;
  const items = data.categories.map(({ label, color }, index) => ({
    name: label,
    value: series?.values[index] ?? 0,
    shown: series?.labels[index] ?? '',
    mark: series?.marks[index] ?? '',
    ...(color === undefined ? {} : { itemStyle: { color } }),
  }));
  const label = {
    show: showValues || kind.shape === 'funnel',
    formatter: ({ data: item }: { readonly data: (typeof items)[number] }) => item.mark,
    color: kind.shape === 'funnel' ? '#ffffff' : INK,
    ...(kind.shape === 'funnel' ? { position: 'inside' } : {}),
  };
  const tooltip = {
    formatter: ({ data: item, percent }: { readonly data: (typeof items)[number]; readonly percent?: number }) =>
      `${escape(item.name)}: ${escape(item.shown)}${percent === undefined ? '' : ` (${percent}%)`}`,
  };
  const center = width >= NARROW ? ['36%', '50%'] : ['50%', '44%'];
  if (kind.shape === 'funnel') {
    return {
      type: 'funnel',
      data: items,
      label,
      tooltip,
      left: 8,
      top: 8,
      bottom: width >= NARROW ? 8 : 36,
      width: width >= NARROW ? '66%' : '90%',
      sort: 'none',
    };
  }
  const radius = width >= NARROW ? '78%' : '64%';
  return {
    type: 'pie',
    data: items,
    label,
    labelLayout: { hideOverlap: true },
    ...(width < NARROW ? { labelLine: { length: 6, length2: 6 } } : {}),
    tooltip,
    center,
    radius: kind.donut ? ['46%', radius] : [0, radius],
  };
}

function axes(kind: Kind, data: ChartData, width: number, showValues: boolean, hasLegend: boolean): object {
  const isNarrow = width < NARROW;
  const names = data.categories.map(({ label }) => label);
  const axisLabels = new Map(data.categories.map(({ label, axisLabel }) => [label, axisLabel]));
  const category = {
    type: 'category',
    data: names,
    name: kind.horizontal || isNarrow ? '' : data.categoryLabel,
    nameLocation: 'middle',
    nameGap: 30,
    inverse: kind.horizontal,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: LINE } },
    axisLabel: {
      color: INK,
      formatter: (label: string) => axisLabels.get(label) ?? label,
      // Periods are short, and every other one can be left out; names are cut instead.
      ...(data.isPeriod
        ? {}
        : {
            width: kind.horizontal ? (isNarrow ? 84 : 130) : Math.max(48, width / Math.max(1, names.length) - 8),
            overflow: 'truncate',
          }),
      hideOverlap: true,
    },
  };
  const value = {
    type: 'value',
    max: kind.percent ? 100 : undefined,
    minInterval: data.series.every(({ dataType }) => dataType === 'int') ? 1 : 0,
    axisLabel: { color: INK, formatter: amountOnAxis(data.series), hideOverlap: true },
    splitLine: { lineStyle: { color: LINE } },
    splitNumber: isNarrow ? 3 : 5,
  };
  return {
    grid: {
      left: 20,
      right: kind.horizontal && showValues && !kind.stacked ? 64 : 24,
      top: 20,
      bottom: (hasLegend ? 32 : 8) + (category.name === '' ? 0 : 28),
      containLabel: true,
    },
    xAxis: kind.horizontal ? value : category,
    yAxis: kind.horizontal ? category : value,
    series: plotted(kind, data).map((series, position) => ({
      type: kind.combined && position === data.series.length - 1 && position > 0 ? 'line' : kind.shape,
      name: series.name,
      data: series.values.map((amount, index) => ({ value: amount, mark: series.marks[index] })),
      ...(series.color === undefined ? {} : { itemStyle: { color: series.color } }),
      barMaxWidth: 36,
      symbolSize: kind.shape === 'scatter' ? 12 : 7,
      ...(kind.stacked ? { stack: 'all' } : {}),
      label: {
        show: showValues,
        position: kind.stacked ? 'inside' : kind.horizontal ? 'right' : 'top',
        formatter: ({ data: item }: { readonly data: { readonly mark: string } }) => item.mark,
      },
      tooltip: { valueFormatter: (amount: number | null) => (amount === null ? '-' : amount.toLocaleString()) },
    })),
  };
}

function plotted(kind: Kind, { series, categories }: ChartData): ChartData['series'] {
  if (kind.percent) {
    const totals = categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
    return series.map((one) => ({
      ...one,
      values: one.values.map((amount, index) =>
        totals[index] ? Math.round(((amount ?? 0) / totals[index]!) * 1000) / 10 : 0,
      ),
    }));
  }
  if (!kind.cumulative) return series;
  return series.map((one) => {
    let sum = 0;
    const values = one.values.map((amount) => (sum += amount ?? 0));
    const labels = values.map((amount) => amount.toLocaleString());
    return { ...one, values, labels, marks: labels };
  });
}

/** Amounts with the sign that all sums of the chart have: `$1.2M`, `40%`. */
function amountOnAxis(series: ChartData['series']): (amount: number) => string {
  const types = new Set(series.map(({ dataType }) => dataType));
  if (types.size === 1 && types.has('percent')) return (amount) => `${shortNumber(amount)}%`;
  const label = series.flatMap(({ labels }) => labels).find((one) => one !== '-') ?? '';
  const symbol = /^-?(\p{Sc})/u.exec(label)?.[1];
  if (symbol === undefined || types.size > 1 || !types.has('currency')) return shortNumber;
  return (amount) => `${amount < 0 ? '-' : ''}${symbol}${shortNumber(Math.abs(amount))}`;
}

/** `1.2K`, `3M`: axes have little room. */
export function shortNumber(amount: number): string {
  const maximumFractionDigits = Math.abs(amount) < 10 ? 2 : 1;
  return new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits }).format(amount);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
