/** What a dashboard shows beside its components: its filters, and of when and for whom its numbers are. */
import type { DashboardData, DashboardFilter } from './client.ts';

/** The choice of a filter that lets everything through. */
export const ALL = '';

type Metadata = DashboardData['dashboardMetadata'];

/** The filters as fields. `chosen` are ids of options, in the order of the filters. */
export function filterFields({ filters }: Metadata, chosen: readonly string[]): readonly object[] {
  return filters.map((filter, index) => ({
    key: filter.id,
    index: String(index),
    label: filter.name,
    value: chosen[index] ?? ALL,
    options: [
      { label: 'All', value: ALL },
      ...filter.options.map((one) => ({ label: optionLabel(one), value: one.id })),
    ],
  }));
}

/** The choices after one of them has changed. */
export function choose({ filters }: Metadata, chosen: readonly string[], index: number, option: string): string[] {
  return filters.map((_, position) => (position === index ? option : (chosen[position] ?? ALL)));
}

export function asOf({ componentData, dashboardMetadata }: DashboardData): string {
  const date = componentData[0]?.status.refreshDate;
  const time = date === undefined ? '' : new Date(date).toLocaleString();
  const { dashboardType, runningUser } = dashboardMetadata;
  const who = dashboardType === 'SpecifiedUser' ? runningUser.displayName : `${runningUser.displayName} (you)`;
  return `As of ${time} · Viewing as ${who}`;
}

function optionLabel({ operation, value, startValue, endValue }: DashboardFilter['options'][number]): string {
  if (operation === 'between') return `${startValue ?? ''} – ${endValue ?? ''}`;
  const text = value === null || value === '' ? '(empty)' : value;
  return operation === 'equals' ? text : `${operation} ${text}`;
}
