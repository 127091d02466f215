/** The components of a dashboard, each in its place. */
import { LightningElement, api } from 'lwc';
import type { DashboardData, DashboardFilter } from '../analytics/client.ts';

export default class DashboardGrid extends LightningElement {
  @api data!: DashboardData;
  /** Ids of the filters' chosen options, in their order. */
  @api chosen: readonly string[] = [];

  get tiles(): readonly object[] {
    const { componentData, dashboardMetadata } = this.data;
    const { layout, filters } = dashboardMetadata;
    const rowHeight = Math.max(layout.rowHeight, 36);
    return dashboardMetadata.components
      .map((component, index) => {
        const place = layout.components[index]!;
        const { column, row, colspan, rowspan } = place;
        return {
          key: component.id,
          place,
          component,
          data: componentData[index],
          filters: drillFilters(filters, this.chosen, component.properties.filterColumns),
          style:
            `grid-column:${column + 1} / span ${colspan};grid-row:${row + 1} / span ${rowspan};` +
            `min-height:${rowspan * rowHeight}px`,
        };
      })
      .sort((left, right) => left.place.row - right.place.row || left.place.column - right.place.column);
  }
}

/** The dashboard's filters as the report behind a component takes them. */
function drillFilters(
  filters: readonly DashboardFilter[],
  chosen: readonly string[],
  columns: readonly { readonly name: string }[],
): readonly object[] {
  return filters.flatMap(({ options }, index) => {
    const option = options.find(({ id }) => id === chosen[index]);
    const column = columns[index]?.name;
    if (option === undefined || column === undefined || column === '') return [];
    if (option.operation !== 'between') return [{ column, operator: option.operation, value: option.value ?? '' }];
    return [
      { column, operator: 'greaterOrEqual', value: option.startValue ?? '' },
      { column, operator: 'lessThan', value: option.endValue ?? '' },
    ].filter(({ value }) => value !== '');
  });
}
