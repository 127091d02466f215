/** `reportTypeMetadata`: what a report of this type can show, group and filter by. */
import type { ReportType } from '../../analytics/report-type.ts';
import type { Calendar } from '../../database/soql/dates/literals.ts';
import type { FieldSchema } from '../../schema/model.ts';
import { durationGroups } from './date-durations.ts';
import { dataType } from './names.ts';

const TEXT = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
];
const ORDERED = ['equals', 'notEqual', 'lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual'];

const LABELS: Readonly<Record<string, string>> = {
  equals: 'equals',
  notEqual: 'not equal to',
  lessThan: 'less than',
  greaterThan: 'greater than',
  lessOrEqual: 'less or equal',
  greaterOrEqual: 'greater or equal',
  contains: 'contains',
  notContain: 'does not contain',
  startsWith: 'starts with',
  includes: 'includes',
  excludes: 'excludes',
};

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  string: TEXT,
  picklist: TEXT,
  id: ORDERED.slice(0, 2),
  multipicklist: ['equals', 'notEqual', 'includes', 'excludes'],
  boolean: ['equals', 'notEqual'],
  int: ORDERED,
  double: ORDERED,
  currency: ORDERED,
  percent: ORDERED,
  date: ORDERED,
  datetime: ORDERED,
};

/** Periods by which dates are grouped ("UserDateGranularity", Metadata API Developer Guide). */
const GRANULARITIES: Readonly<Record<string, string>> = {
  None: 'None',
  Day: 'Day',
  Week: 'Calendar Week',
  Month: 'Calendar Month',
  Quarter: 'Calendar Quarter',
  Year: 'Calendar Year',
  FiscalQuarter: 'Fiscal Quarter',
  FiscalYear: 'Fiscal Year',
  MonthInYear: 'Calendar Month in Year',
  DayInMonth: 'Calendar Day in Month',
};

const BUCKETABLE: ReadonlySet<string> = new Set([
  'string',
  'picklist',
  'int',
  'double',
  'currency',
  'percent',
  'email',
  'phone',
  'url',
]);

/** What columns of types and of reports have in common. */
export function columnOptions(field: FieldSchema) {
  return {
    filterValues: field.picklistValues.map(({ value, label }) => ({ label, name: value })),
    filterable: field.filterable,
    isLookup: field.type === 'reference',
    uniqueCountable: field.groupable,
  };
}

/** `mayRead` leaves out fields that the user has no access to. */
export function typeMetadata(
  type: ReportType,
  mayRead: (object: string, field: string) => boolean,
  calendar: Calendar,
) {
  const sections = Map.groupBy(type.choices, ({ section }) => section);
  const categories = [...sections].map(([label, choices]) => ({
    columns: Object.fromEntries(
      choices.flatMap(({ name, label: own }) => {
        const { field, label: usual, path } = type.column(name);
        if (!mayRead(field.object, field.name)) return [];
        return [
          [
            name,
            {
              ...columnOptions(field),
              allowedInCustomDetailFormula: true,
              bucketable: BUCKETABLE.has(field.type),
              dataType: dataType(field.type),
              entityColumnName: path,
              fieldToFieldFilterable: true,
              isCustom: field.custom,
              label: own === '' ? usual : own,
              maxLength: field.length > 0 ? field.length : null,
            },
          ],
        ];
      }),
    ),
    label,
  }));
  return {
    categories,
    dataTypeFilterOperatorMap: Object.fromEntries(
      Object.entries(OPERATORS).map(([name, operators]) => [
        name,
        operators.map((operator) => ({ label: LABELS[operator], name: operator })),
      ]),
    ),
    dateGranularityInfos: Object.entries(GRANULARITIES).map(([name, label]) => ({ label, name })),
    divisionInfo: null,
    label: type.label,
    scopeInfo: {
      defaultValue: 'organization',
      values: [
        { allowsDivision: false, label: `All ${type.tables[0].object.labelPlural}`, value: 'organization' },
        { allowsDivision: false, label: `My ${type.tables[0].object.labelPlural}`, value: 'user' },
      ],
    },
    standardDateFilterDurationGroups: durationGroups(calendar),
    standardFilterInfos: null,
    supportsJoinedFormat: true,
    type: type.name,
  };
}
