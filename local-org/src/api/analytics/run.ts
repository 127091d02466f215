/** Runs reports for resources of the Analytics API. */
import type { ReportDefinition } from '../../analytics/definition.ts';
import { ReportError } from '../../analytics/definition.ts';
import { type ReportEntry, ReportLibrary } from '../../analytics/report-library.ts';
import { ReportType } from '../../analytics/report-type.ts';
import { runJoinedReport, runReport } from '../../analytics/run-report.ts';
import { firstDayOfWeek, fiscalYearOf } from '../../database/soql/dates/calendar.ts';
import type { UserContext } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Org } from '../../org/org.ts';
import { DatetimeValue } from '../../schema/values/index.ts';
import { ApiError, notFound } from '../http/errors.ts';
import { orgCurrency } from '../ui-api/org-currency.ts';
import { joinedExtendedMetadata, joinedJson } from './joined-json.ts';
import { reportMetadata } from './report-metadata.ts';
import { extendedMetadata, resultJson } from './result-json.ts';
import { ShownValues } from './shown-values.ts';
import { typeMetadata } from './type-json.ts';

/** One use of the reports of an org by a user. */
export class Analytics {
  readonly org: Org;
  readonly tx: Transaction;
  readonly user: UserContext;
  readonly library: ReportLibrary;

  constructor(org: Org, tx: Transaction, user: UserContext) {
    this.org = org;
    this.tx = tx;
    this.user = user;
    this.library = new ReportLibrary(org);
  }

  /** The report that the user may see. Throws 404. */
  report(id: string): ReportEntry {
    const entry = this.library.find(this.tx, this.user, id);
    if (entry === undefined) throw notFound('The data you’re trying to access is unavailable.');
    return entry;
  }

  /** `reportMetadata`, what the report found, and `reportExtendedMetadata`. */
  run(definition: ReportDefinition, entry: ReportEntry | undefined, details: boolean, user = this.user) {
    return asApiError(() => {
      if (definition.format === 'Joined') return this.#runJoined(definition, entry, user, details);
      const result = runReport(this.org, this.tx, user, definition, { details });
      return {
        ...resultJson(result, this.#shown(user), details),
        reportMetadata: reportMetadata(definition, entry, result.type.label),
      };
    });
  }

  /** What the report asks and could ask, without its rows. */
  describe(definition: ReportDefinition, entry: ReportEntry | undefined) {
    return asApiError(() => {
      const type = this.type(definition.reportType);
      if (definition.format === 'Joined') return this.#describeJoined(definition, entry, type);
      const result = runReport(this.org, this.tx, this.user, { ...definition, rowLimit: 1 }, { details: false });
      return {
        reportExtendedMetadata: extendedMetadata(result),
        reportMetadata: reportMetadata(definition, entry, type.label),
        reportTypeMetadata: this.describeType(type),
      };
    });
  }

  #describeJoined(definition: ReportDefinition, entry: ReportEntry | undefined, type: ReportType) {
    const result = runJoinedReport(this.org, this.tx, this.user, definition, { details: false });
    return {
      reportExtendedMetadata: joinedExtendedMetadata(result),
      reportMetadata: reportMetadata(definition, entry, type.label),
      reportTypeMetadata: this.describeType(type),
    };
  }

  type(name: string): ReportType {
    return asApiError(() => ReportType.of(name, this.org.metadata, this.org.schema));
  }

  describeType(type: ReportType) {
    const { security, schema, clock } = this.org;
    const { id, timeZone, locale } = this.user;
    return typeMetadata(type, (object, field) => security.field(id, schema.require(object), field).read, {
      today: new DatetimeValue(clock.now()).date(timeZone),
      firstDayOfWeek: firstDayOfWeek(locale),
      fiscalYear: fiscalYearOf(this.tx),
    });
  }

  #runJoined(definition: ReportDefinition, entry: ReportEntry | undefined, user: UserContext, details: boolean) {
    const result = runJoinedReport(this.org, this.tx, user, definition, { details });
    return {
      ...joinedJson(result, this.#shown(user), details),
      reportMetadata: reportMetadata(definition, entry, this.type(definition.reportType).label),
    };
  }

  #shown(user: UserContext): ShownValues {
    return new ShownValues(user, orgCurrency({ org: this.org, tx: this.tx, user }));
  }
}

/** What a report cannot be is the client's to mend. */
export function asApiError<T>(fn: () => T): T {
  try {
    return fn();
  } catch (error) {
    if (error instanceof ReportError) throw new ApiError(400, 'BAD_REQUEST', error.message);
    throw error;
  }
}
