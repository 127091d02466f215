/** `reportTypeMetadata`: what a report of this type can show, group and filter by. */
import type { ReportType } from '../../analytics/report-type.ts';
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

/** `mayRead` leaves out fields that the user has no access to. */
export function typeMetadata(type: ReportType, mayRead: (object: string, field: string) => boolean) {
  const sections = Map.groupBy(type.choices, ({ section }) => section);
  const categories = [...sections].map(([label, choices]) => ({
    columns: Object.fromEntries(
      choices.flatMap(({ name, label: own }) => {
        const { field, label: usual } = type.column(name);
        if (!mayRead(field.object, field.name)) return [];
        return [
          [
            name,
            {
              allowedInCustomDetailFormula: true,
              dataType: dataType(field.type),
              filterValues: field.picklistValues.map(({ value, label: text }) => ({ label: text, name: value })),
              filterable: field.filterable,
              isCustom: field.custom,
              isLookup: field.type === 'reference',
              label: own === '' ? usual : own,
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
    label: type.label,
    type: type.name,
  };
}
