/** The components of a dashboard with their places, for grids and for the three columns of earlier dashboards. */
import type { DashboardSource } from './readers/dashboard.ts';

export type ComponentSource = NonNullable<DashboardSource['leftSection']>['components'][number];

export interface PlacedComponent {
  readonly component: ComponentSource;
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

/** Columns of the grid that dashboards are laid out on ("DashboardGridLayout", Metadata API Developer Guide). */
export const GRID_COLUMNS = 12;

const COLUMN_ROWS = 6;

export function componentsOf(dashboard: DashboardSource): PlacedComponent[] {
  const { dashboardGridLayout: grid } = dashboard;
  if (grid !== undefined) {
    const scale = GRID_COLUMNS / grid.numberOfColumns;
    return grid.dashboardGridComponents.map((one) => ({
      component: one.dashboardComponent,
      column: Math.round(one.columnIndex * scale),
      row: one.rowIndex,
      columns: Math.max(1, Math.round(one.colSpan * scale)),
      rows: one.rowSpan,
    }));
  }
  const sections = [dashboard.leftSection, dashboard.middleSection, dashboard.rightSection].filter(
    (section) => section !== undefined && section.components.length > 0,
  );
  const columns = GRID_COLUMNS / Math.max(1, sections.length);
  return sections.flatMap((section, index) =>
    section!.components.map((component, place) => ({
      component,
      column: index * columns,
      row: place * COLUMN_ROWS,
      columns,
      rows: COLUMN_ROWS,
    })),
  );
}
