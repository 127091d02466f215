/** Runs a report for a user: their permissions, their records, their time zone. */
import { firstDayOfWeek, fiscalYearOf } from '../database/soql/dates/calendar.ts';
import type { QueryResult, QueryService, SecurityService, UserContext } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { hasSeveralCurrencies } from '../schema/currencies.ts';
import { OrgError } from '../schema/errors.ts';
import type { Schema } from '../schema/model.ts';
import type { SObject } from '../schema/sobject.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import { type ReadPart, readPart } from './accumulator.ts';
import { Cell, Cells } from './cells.ts';
import { ReportConditions } from './conditions.ts';
import { type ReportDefinition, ReportError, type SummaryDefinition } from './definition.ts';
import { blockColumns, formulaColumns } from './formula-columns.ts';
import { RowFormulaContext } from './formula-context.ts';
import { Grouping, type ReadGroup } from './grouping.ts';
import { groupedBlocks, JoinedResult } from './joined.ts';
import { LegQuery, type Read } from './leg-query.ts';
import { type Leg, legsOf } from './legs.ts';
import { type ReportField, ReportFields } from './report-fields.ts';
import { ReportType } from './report-type.ts';
import { ReportResult, type ResultRow } from './result.ts';
import { SummaryFormula } from './summary-formula.ts';

export interface ReportServices {
  readonly metadata: Metadata;
  readonly schema: Schema;
  readonly query: QueryService;
  readonly security: SecurityService;
}

/** Rows that a report shows at most ("Reports and Dashboards REST API Developer Guide", limits). */
const MOST_ROWS = 2000;

/** Groups that a report has at most ("Report and Dashboard Limits" in Salesforce Help). */
const MOST_GROUPS = 2000;

export interface RunOptions {
  /** Also without being asked by the report itself. */
  readonly details: boolean;
  /** Summaries to be added up without being shown. */
  readonly hidden?: readonly SummaryDefinition[];
}

/** Throws `ReportError` for a report that cannot be run, with what to do about it. */
export function runReport(
  services: ReportServices,
  tx: Transaction,
  user: UserContext,
  definition: ReportDefinition,
  options: RunOptions,
): ReportResult {
  return new ReportRun(services, tx, user, definition, options.hidden ?? []).run(options);
}

/** Throws `ReportError` as `runReport` does. */
export function runJoinedReport(
  services: ReportServices,
  tx: Transaction,
  user: UserContext,
  definition: ReportDefinition,
  options: RunOptions,
): JoinedResult {
  const { metadata, schema } = services;
  const now = new DatetimeValue(tx.org.clock.now());
  const context = new RowFormulaContext(now, now.date(user.timeZone), user.timeZone);
  const grouped = groupedBlocks(definition, (name) => ReportType.of(name, metadata, schema));
  const columns = grouped.map((block, index) => {
    const fields = new ReportFields(block, ReportType.of(block.reportType, metadata, schema), context);
    return [definition.blocks[index].id, formulaColumns(block, fields)] as const;
  });
  const formulas = definition.formulas.map((one) => new SummaryFormula(one, context, blockColumns(new Map(columns))));
  const blocks = grouped.map((block, index) => {
    const { id } = definition.blocks[index];
    const hidden = formulas.flatMap(({ summaries }) => summaries.filter((one) => one.block === id));
    return { id, result: runReport(services, tx, user, block, { details: options.details, hidden }) };
  });
  return new JoinedResult(blocks, formulas);
}

interface Summarized {
  readonly definition: SummaryDefinition;
  readonly field: ReportField;
  readonly scale: number;
  /** Others are read by formulas only. */
  readonly shown: boolean;
}

class ReportRun {
  readonly #services: ReportServices;
  readonly #tx: Transaction;
  readonly #user: UserContext;
  readonly #definition: ReportDefinition;
  readonly #type: ReportType;
  readonly #fields: ReportFields;
  readonly #conditions: ReportConditions;
  readonly #down: readonly Grouping[];
  readonly #across: readonly Grouping[];
  readonly #columns: readonly ReportField[];
  readonly #summaries: readonly Summarized[];
  readonly #formulas: readonly SummaryFormula[];

  constructor(
    services: ReportServices,
    tx: Transaction,
    user: UserContext,
    definition: ReportDefinition,
    hidden: readonly SummaryDefinition[],
  ) {
    this.#services = services;
    this.#tx = tx;
    this.#user = user;
    this.#definition = definition;
    this.#type = ReportType.of(definition.reportType, services.metadata, services.schema);
    const now = new DatetimeValue(tx.org.clock.now());
    const formulaContext = new RowFormulaContext(now, now.date(user.timeZone), user.timeZone);
    this.#fields = new ReportFields(definition, this.#type, formulaContext);
    const calendar = {
      fiscalYear: fiscalYearOf(tx),
      firstDayOfWeek: firstDayOfWeek(user.locale),
      locale: user.locale,
    };
    const grouping = (one: ReportDefinition['groupingsDown'][number]): Grouping =>
      new Grouping(one, this.#required(one.column), calendar, user.timeZone);
    this.#down = definition.groupingsDown.map(grouping);
    this.#across = definition.groupingsAcross.map(grouping);
    this.#columns = definition.columns.map((name) => this.#fields.get(name)).filter((field) => this.#mayRead(field));
    const columns = formulaColumns(definition, this.#fields);
    this.#formulas = definition.formulas
      .map((one) => new SummaryFormula(one, formulaContext, columns))
      .filter(({ summaries }) => summaries.every(({ column }) => this.#mayRead(this.#fields.get(column))));
    this.#summaries = this.#summarized(hidden);
    this.#conditions = new ReportConditions(definition, this.#type, (name) => this.#required(name), user);
  }

  /** Those of the report that the user may see, and those that only formulas read. */
  #summarized(hidden: readonly SummaryDefinition[]): Summarized[] {
    const { summaries } = this.#definition;
    const others = [...this.#formulas.flatMap((formula) => formula.summaries), ...hidden];
    const unique = new Map([...summaries, ...others].map((one) => [`${one.operation}:${one.column}`, one]));
    return [...unique.values()]
      .map((definition, index) => ({
        definition,
        field: this.#fields.get(definition.column),
        shown: index < summaries.length,
      }))
      .filter(({ field }) => this.#mayRead(field))
      .map((one) => ({ ...one, scale: one.field.scale }));
  }

  run({ details }: RunOptions): ReportResult {
    const cells = new Cells(() => new Cell(this.#summaries));
    const aggregated = this.#inDatabase();
    const rows: ResultRow[] = [];
    let rowsCut = false;
    for (const leg of legsOf(this.#type)) {
      if (aggregated) this.#addGroups(cells, leg);
      if (!aggregated || details) {
        const found = this.#addRows(cells, leg, aggregated, details ? MOST_ROWS + 1 - rows.length : 0);
        rows.push(...found);
      }
    }
    if (rows.length > MOST_ROWS) {
      rows.length = MOST_ROWS;
      rowsCut = true;
    }
    const result = new ReportResult({
      definition: this.#definition,
      type: this.#type,
      columns: this.#columns,
      down: this.#down,
      across: this.#across,
      summaries: this.#summaries,
      formulas: this.#formulas,
      cells,
      rows,
      rowsCut,
    });
    cells.sort(this.#down, this.#across, (name, down, across) => result.value(name, down, across));
    for (const axis of [cells.down, cells.across]) {
      if (axis.all().length - 1 > MOST_GROUPS) {
        throw new ReportError(
          `The report has more than ${MOST_GROUPS} groups. Filter it, or group by something coarser.`,
        );
      }
    }
    result.sortRows();
    return result;
  }

  /** Whether the database can group and add up; else every row is read. */
  #inDatabase(): boolean {
    if (this.#definition.rowLimit !== null || this.#conditions.needsRows) return false;
    return (
      [...this.#down, ...this.#across].every(({ field }) => field.groupable) &&
      this.#summaries.every(({ field, definition }) =>
        definition.operation === 'Unique' ? field.groupable : field.summable,
      )
    );
  }

  #addGroups(cells: Cells, leg: Leg): void {
    const query = new LegQuery(leg, true, hasSeveralCurrencies(this.#services.schema));
    const readers = this.#groupReaders(query);
    const parts = this.#partReaders(query);
    const count = query.aggregate('COUNT');
    for (const row of this.#query(query.soql(this.#conditions.of(leg)))) {
      const [down, across] = readers.map((side) => side.map((read) => read(row)));
      cells.add(
        down,
        across,
        Number(count(row) ?? 0),
        parts.map((read) => read(row)),
      );
    }
  }

  /** Reads rows; adds them up unless the database has done so, and answers at most `wanted` of them. */
  #addRows(cells: Cells, leg: Leg, addedUp: boolean, wanted: number): ResultRow[] {
    const query = new LegQuery(leg, false, hasSeveralCurrencies(this.#services.schema));
    const readers = this.#groupReaders(query);
    const parts = addedUp ? [] : this.#partReaders(query);
    const columns = this.#columns.map((field) => field.read(query));
    const keeps = this.#conditions.rowFilter(query, (one, condition) => this.#ids(one, condition));
    const order = this.#order(query);
    const limit = addedUp
      ? ` LIMIT ${wanted}`
      : (this.#definition.rowLimit ?? 0) > 0
        ? ` LIMIT ${this.#definition.rowLimit}`
        : '';
    const rows: ResultRow[] = [];
    for (const row of this.#query(query.soql(this.#conditions.of(leg), `${order}${limit}`.trim()))) {
      if (!keeps(row)) continue;
      const [down, across] = readers.map((side) => side.map((read) => read(row)));
      const [below, beside] = addedUp
        ? cells.find(down, across)
        : cells.add(
            down,
            across,
            1,
            parts.map((read) => read(row)),
          );
      if (rows.length < wanted)
        rows.push({ down: below, across: beside, values: columns.map((read) => valueOf(row, read)) });
    }
    return rows;
  }

  #ids(leg: Leg, condition: string): ReadonlySet<string> {
    const query = new LegQuery(leg, false, false);
    return new Set(this.#query(query.soql([...this.#conditions.of(leg), condition])).map(({ id }) => id!));
  }

  #groupReaders(query: LegQuery): ReadGroup[][] {
    return [this.#down, this.#across].map((side) => side.map((grouping) => grouping.reader(query)));
  }

  #partReaders(query: LegQuery): ReadPart[] {
    return this.#summaries.map(({ field, definition }) => readPart(query, field, definition.operation));
  }

  #order(query: LegQuery): string {
    const { sort } = this.#definition;
    const column = sort === null ? undefined : this.#fields.get(sort.column).column;
    const path = column === undefined ? undefined : query.leg.path(column, column.path);
    return path === undefined ? '' : `ORDER BY ${path} ${sort?.descending === true ? 'DESC' : 'ASC'} NULLS LAST`;
  }

  #query(soql: string): readonly SObject[] {
    try {
      const result: QueryResult = this.#services.query.lookUp(this.#tx, soql, {
        mode: 'user',
        sharing: true,
        // "Your personal currency is the default currency" of reports ("Filter on Currencies in Reports", Salesforce Help).
        amountsIn: 'user',
        groupsByAny: true,
      });
      return result.records;
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      throw new ReportError(`The report ${this.#definition.name} cannot be run: ${error.message}`);
    }
  }

  /** A field that the report cannot do without: unlike a column it cannot be left out. */
  #required(name: string): ReportField {
    const field = this.#fields.get(name);
    if (!this.#mayRead(field)) {
      throw new ReportError(
        `The report ${this.#definition.name} groups or filters by ${field.label}, which you have no access to. Ask your administrator for it, or for another report.`,
      );
    }
    return field;
  }

  #mayRead({ column }: ReportField): boolean {
    if (column === undefined) return true;
    const object = this.#services.schema.require(column.field.object);
    return this.#services.security.field(this.#user.id, object, column.field.name).read;
  }
}

function valueOf(
  row: SObject,
  read: { readonly value: Read; readonly id: Read | undefined },
): ResultRow['values'][number] {
  const id = read.id?.(row) ?? null;
  return { value: read.value(row), id: typeof id === 'string' ? id : null };
}
