/** What a report can show, group, filter and add up: the columns of its type, its own buckets and row formulas. */
import type { Changes } from './client.ts';
import { type ColumnInfo, NUMBERS, type ReportMetadata, type ReportTypeMetadata, type TypeColumn } from './types.ts';

export interface Option {
  readonly label: string;
  readonly value: string;
}

/** The first option of lists in which nothing need be chosen. */
export const NONE = '';

type Labels = Readonly<Record<string, ColumnInfo>>;

export class BuilderFields {
  readonly type: ReportTypeMetadata;
  readonly #sections: readonly (readonly [string, Readonly<Record<string, TypeColumn>>])[];
  readonly #columns: ReadonlyMap<string, TypeColumn>;
  readonly #labels: Labels;

  /** `labels` are those of columns that the report has and its type does not list. */
  constructor(type: ReportTypeMetadata, metadata: ReportMetadata, labels: Labels) {
    this.type = type;
    this.#labels = labels;
    this.#sections = [
      ...type.categories.map(({ label, columns }) => [label, columns] as const),
      ['Buckets', bucketColumns(metadata)] as const,
      ['Formulas', formulaColumns(metadata)] as const,
    ];
    this.#columns = new Map(this.#sections.flatMap(([, columns]) => Object.entries(columns)));
  }

  column(name: string): TypeColumn | undefined {
    return this.#columns.get(name);
  }

  labelOf(name: string): string {
    return this.#columns.get(name)?.label ?? this.#labels[name]?.label ?? name;
  }

  dataTypeOf(name: string): string {
    return (this.#columns.get(name) ?? this.#labels[name])?.dataType ?? '';
  }

  isNumber(name: string): boolean {
    return NUMBERS.has(this.dataTypeOf(name));
  }

  isDate(name: string): boolean {
    return /^date/.test(this.dataTypeOf(name));
  }

  /** Columns to choose from, with the section that each is in. */
  options(wanted: (name: string, column: TypeColumn) => boolean): readonly Option[] {
    return this.#sections.flatMap(([section, columns]) =>
      Object.entries(columns)
        .filter(([name, column]) => wanted(name, column))
        .map(([value, { label }]) => ({ value, label: `${section}: ${label}` })),
    );
  }
}

function bucketColumns({ buckets }: ReportMetadata): Record<string, TypeColumn> {
  const columns = buckets.map(({ developerName, label, values, otherBucketLabel }) => {
    const labels = [...values.map((one) => one.label), ...(otherBucketLabel === null ? [] : [otherBucketLabel])];
    const filterValues = [...new Set(labels)].map((name) => ({ label: name, name }));
    return [developerName, { label, dataType: 'picklist', filterable: true, bucketable: false, filterValues }] as const;
  });
  return Object.fromEntries(columns);
}

function formulaColumns({ customDetailFormula }: ReportMetadata): Record<string, TypeColumn> {
  const columns = Object.entries(customDetailFormula).map(([name, { label, formulaType }]) => {
    const dataType = formulaType.toLowerCase() === 'number' ? 'double' : formulaType.toLowerCase();
    return [name, { label, dataType, filterable: true, bucketable: false, filterValues: [] }] as const;
  });
  return Object.fromEntries(columns);
}

/** The first of `Name_1`, `Name_2`, … that is free. */
export function freeName(prefix: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** Takes a column out of all that the report does with it. */
export function withoutColumn(metadata: ReportMetadata, name: string): Changes {
  const { reportFilters, chart } = metadata;
  const others = reportFilters.filter(({ column, value, filterType }) => {
    return column !== name && !(filterType === 'fieldToField' && value === name);
  });
  return {
    detailColumns: metadata.detailColumns.filter((one) => one !== name),
    groupingsDown: metadata.groupingsDown.filter((one) => one.name !== name),
    groupingsAcross: metadata.groupingsAcross.filter((one) => one.name !== name),
    aggregates: metadata.aggregates.filter((one) => one.split(/!(.*)/s)[1] !== name),
    sortBy: metadata.sortBy.filter(({ sortColumn }) => sortColumn !== name),
    ...(others.length === reportFilters.length ? {} : { reportFilters: others, reportBooleanFilter: null }),
    ...(chart === null ? {} : { chart: { ...chart, groupings: chart.groupings.filter((one) => one !== name) } }),
  };
}
