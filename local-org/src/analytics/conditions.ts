/** Which rows a report is about: its filters, date filter, cross filters and scope. */
import type { UserContext } from '../database/services.ts';
import { NotSupported } from '../schema/errors.ts';
import type { SObject } from '../schema/sobject.ts';
import { compareValues } from './accumulator.ts';
import { type CrossFilterDefinition, type FilterDefinition, type ReportDefinition, ReportError } from './definition.ts';
import { condition, dateCondition, type FilteredColumn, joinConditions, text } from './filters.ts';
import type { LegQuery } from './leg-query.ts';
import type { Leg } from './legs.ts';
import type { ReportField } from './report-fields.ts';
import type { ReportType } from './report-type.ts';

type FieldOf = (name: string) => ReportField;

export class ReportConditions {
  readonly #definition: ReportDefinition;
  readonly #type: ReportType;
  readonly #fieldOf: FieldOf;
  readonly #user: UserContext;

  constructor(definition: ReportDefinition, type: ReportType, fieldOf: FieldOf, user: UserContext) {
    this.#definition = definition;
    this.#type = type;
    this.#fieldOf = fieldOf;
    this.#user = user;
  }

  /** Whether some filter is beyond the database: one that compares two columns, a bucket or a formula. */
  get needsRows(): boolean {
    return this.#rowFilters().length > 0;
  }

  /** Conditions of SOQL for the rows of a leg. */
  of(leg: Leg): string[] {
    const { filters, filterLogic, dateFilter, crossFilters, mineOnly } = this.#definition;
    const rowFilters = this.#rowFilters();
    if (rowFilters.length > 0 && filterLogic !== null) {
      throw new NotSupported('filter logic over filters that compare columns, buckets or row formulas');
    }
    const inDatabase = filters.filter((one) => !rowFilters.includes(one));
    const conditions = inDatabase.map((one) => condition(this.#column(leg, one.column), one, this.#user.timeZone));
    const dates =
      dateFilter === null
        ? undefined
        : dateCondition(this.#column(leg, dateFilter.column), dateFilter, this.#user.timeZone);
    return [
      ...joinConditions(conditions, filterLogic),
      ...(dates === undefined ? [] : [dates]),
      ...crossFilters.map((cross) => this.#crossCondition(leg, cross)),
      ...(mineOnly ? this.#ownCondition(leg) : []),
    ];
  }

  /** What the database cannot decide. */
  rowFilter(query: LegQuery): (row: SObject) => boolean {
    const tests = this.#rowFilters().map((filter) => {
      const left = this.#fieldOf(filter.column).read(query).value;
      if (filter.columnToColumn) {
        const right = this.#fieldOf(filter.value).read(query).value;
        return (row: SObject) => holds(filter.operator, compareValues(left(row), right(row)));
      }
      const wanted = filter.value.split(',').map((one) => one.trim().toLowerCase());
      return (row: SObject) => {
        const isAmong = wanted.includes(String(left(row) ?? '').toLowerCase());
        return filter.operator === 'notEqual' ? !isAmong : isAmong;
      };
    });
    return (row) => tests.every((test) => test(row));
  }

  #rowFilters(): FilterDefinition[] {
    const { filters, buckets, rowFormulas } = this.#definition;
    const computed = new Set([...buckets, ...rowFormulas].map(({ name }) => name));
    return filters.filter((one) => one.columnToColumn || computed.has(one.column));
  }

  #column(leg: Leg, name: string): FilteredColumn {
    const { label, column } = this.#fieldOf(name);
    if (column === undefined) throw new ReportError(`${label} cannot be filtered by.`);
    return { label, field: column.field, path: leg.path(column, column.path) };
  }

  #crossCondition(leg: Leg, cross: CrossFilterDefinition): string {
    const column = this.#type.column(cross.primaryColumn);
    const path = leg.path(column, column.idPath ?? column.path);
    const isWith = cross.operation === 'with';
    if (path === undefined) return isWith ? 'Id = NULL' : 'Id != NULL';
    const related = cross.filters.map((filter) => this.#relatedCondition(cross, filter));
    const where = [`${cross.relatedField} != NULL`, ...related].join(' AND ');
    return `${path} ${isWith ? 'IN' : 'NOT IN'} (SELECT ${cross.relatedField} FROM ${cross.relatedObject} WHERE ${where})`;
  }

  #relatedCondition(cross: CrossFilterDefinition, filter: FilterDefinition): string {
    const path = filter.column.replace(new RegExp(`^${cross.relatedObject}[.$]`, 'i'), '');
    const field = this.#type.relatedField(cross.relatedObject, path);
    return condition({ label: field.label, field, path }, filter, this.#user.timeZone);
  }

  #ownCondition(leg: Leg): string[] {
    const [first] = this.#type.tables;
    if (first?.object.field('OwnerId') === undefined) return [];
    const path = leg.path({ table: 0 }, 'OwnerId');
    return path === undefined ? [] : [`${path} = ${text(this.#user.id)}`];
  }
}

function holds(operator: string, difference: number): boolean {
  switch (operator) {
    case 'equals':
      return difference === 0;
    case 'notEqual':
      return difference !== 0;
    case 'lessThan':
      return difference < 0;
    case 'greaterThan':
      return difference > 0;
    case 'lessOrEqual':
      return difference <= 0;
    case 'greaterOrEqual':
      return difference >= 0;
    default:
      throw new ReportError(`Two columns cannot be compared with the operator ${operator}.`);
  }
}
