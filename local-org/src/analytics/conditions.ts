/** Which rows a report is about: its filters, date filter, cross filters and scope. */
import type { UserContext } from '../database/services.ts';
import { evaluateLogic } from '../flow/condition-logic.ts';
import { type CrossFilterDefinition, type FilterDefinition, type ReportDefinition, ReportError } from './definition.ts';
import { condition, dateCondition, type FilteredColumn, filterLogic, joinConditions, text } from './filters.ts';
import type { LegQuery } from './leg-query.ts';
import type { Leg } from './legs.ts';
import type { ReportField } from './report-fields.ts';
import type { ReportType } from './report-type.ts';
import { compareColumns, compareWithValues, type RowTest } from './row-tests.ts';

type FieldOf = (name: string) => ReportField;

/** Ids of the leg's rows for which the condition holds. */
export type IdsOf = (leg: Leg, condition: string) => ReadonlySet<string>;

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
    return this.#definition.filters.some((one) => this.#isRowFilter(one));
  }

  /** Conditions of SOQL for the rows of a leg. */
  of(leg: Leg): string[] {
    const { filters, dateFilter, crossFilters, mineOnly } = this.#definition;
    const inDatabase = this.#rowLogic ? [] : filters.filter((one) => !this.#isRowFilter(one));
    const dates =
      dateFilter === null
        ? undefined
        : dateCondition(this.#column(leg, dateFilter.column), dateFilter, this.#user.timeZone);
    return [
      ...joinConditions(
        inDatabase.map((one) => this.#condition(leg, one)),
        this.#rowLogic ? null : this.#definition.filterLogic,
      ),
      ...(dates === undefined ? [] : [dates]),
      ...crossFilters.map((cross) => this.#crossCondition(leg, cross)),
      ...(mineOnly ? this.#ownCondition(leg) : []),
    ];
  }

  /** What the database cannot decide. Where a logic joins it with what the database can, `idsOf` is asked for the latter. */
  rowFilter(query: LegQuery, idsOf: IdsOf): RowTest {
    const { filters } = this.#definition;
    if (!this.#rowLogic) {
      const tests = filters.filter((one) => this.#isRowFilter(one)).map((one) => this.#rowTest(query, one));
      return (row) => tests.every((test) => test(row));
    }
    const logic = filterLogic(this.#definition.filterLogic!, filters.length);
    const tests = filters.map((one): RowTest => {
      if (this.#isRowFilter(one)) return this.#rowTest(query, one);
      const ids = idsOf(query.leg, this.#condition(query.leg, one));
      return ({ id }) => ids.has(id!);
    });
    return (row) => evaluateLogic(logic, (index) => tests[index](row));
  }

  #rowTest(query: LegQuery, filter: FilterDefinition): RowTest {
    const field = this.#fieldOf(filter.column);
    const { value } = field.read(query);
    return filter.columnToColumn
      ? compareColumns(filter.operator, value, this.#fieldOf(filter.value).read(query).value)
      : compareWithValues(filter, field, value);
  }

  /** Whether the logic of the filters joins some that the database cannot decide. */
  get #rowLogic(): boolean {
    return this.needsRows && (this.#definition.filterLogic ?? '').trim() !== '';
  }

  #isRowFilter({ column, columnToColumn }: FilterDefinition): boolean {
    const { buckets, rowFormulas } = this.#definition;
    return columnToColumn || [...buckets, ...rowFormulas].some(({ name }) => name === column);
  }

  #condition(leg: Leg, filter: FilterDefinition): string {
    return condition(this.#column(leg, filter.column), filter, this.#user.timeZone);
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
