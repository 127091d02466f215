/** Rows of the objects that show values of standard picklists with what they mean: stages and statuses. */
import type { Metadata } from '../../metadata/metadata.ts';
import { standardValues } from '../../schema/picklists.ts';
import type { StandardValue } from '../../schema/standard/value-sets.ts';
import { Decimal } from '../../schema/values/index.ts';
import type { RowSync, RowValues } from './sync-rows.ts';

/** `ForecastCategoryName` of a forecast category. */
const FORECAST_NAMES: Readonly<Record<string, string>> = {
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
};

/** Object, value set, and the columns that this kind of value has. */
const OBJECTS: readonly (readonly [string, string, (value: StandardValue) => RowValues])[] = [
  [
    'OpportunityStage',
    'OpportunityStage',
    (stage) => {
      const category = stage.forecastCategory ?? 'Pipeline';
      return {
        IsActive: stage.active,
        IsClosed: stage.closed ?? false,
        IsWon: stage.won ?? false,
        DefaultProbability: Decimal.of(stage.probability ?? 0),
        ForecastCategory: category,
        ForecastCategoryName: FORECAST_NAMES[category] ?? category,
      };
    },
  ],
  ['LeadStatus', 'LeadStatus', (status) => ({ IsDefault: status.isDefault, IsConverted: status.converted ?? false })],
  ['CaseStatus', 'CaseStatus', (status) => ({ IsDefault: status.isDefault, IsClosed: status.closed ?? false })],
  ['TaskStatus', 'TaskStatus', (status) => ({ IsDefault: status.isDefault, IsClosed: status.closed ?? false })],
  [
    'TaskPriority',
    'TaskPriority',
    (value) => ({ IsDefault: value.isDefault, IsHighPriority: value.highPriority ?? false }),
  ],
];

export function syncPicklistObjects(rows: RowSync, metadata: Metadata): void {
  for (const [object, set, columns] of OBJECTS) {
    rows.sync(
      object,
      standardValues(set, metadata).map((value, index) => ({
        name: value.value,
        values: { MasterLabel: value.label, ApiName: value.value, SortOrder: index + 1, ...columns(value) },
      })),
    );
  }
}
