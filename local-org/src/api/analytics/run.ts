/** Runs reports for resources of the Analytics API. */
import type { ReportDefinition } from '../../analytics/definition.ts';
import { ReportError } from '../../analytics/definition.ts';
import { type ReportEntry, ReportLibrary } from '../../analytics/report-library.ts';
import { ReportType } from '../../analytics/report-type.ts';
import { runJoinedReport, runReport } from '../../analytics/run-report.ts';
import type { UserContext } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Org } from '../../org/org.ts';
import { NotSupported } from '../../schema/errors.ts';
import { ApiError, notFound } from '../http/errors.ts';
import { orgCurrency } from '../ui-api/org-currency.ts';
import { joinedJson } from './joined-json.ts';
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
    if (definition.format === 'Joined') throw new NotSupported('descriptions of joined reports', definition.name);
    return asApiError(() => {
      const type = this.type(definition.reportType);
      const result = runReport(this.org, this.tx, this.user, { ...definition, rowLimit: 1 }, { details: false });
      return {
        reportExtendedMetadata: extendedMetadata(result),
        reportMetadata: reportMetadata(definition, entry, type.label),
        reportTypeMetadata: this.describeType(type),
      };
    });
  }

  type(name: string): ReportType {
    return asApiError(() => ReportType.of(name, this.org.metadata, this.org.schema));
  }

  describeType(type: ReportType) {
    const { security, schema } = this.org;
    return typeMetadata(type, (object, field) => security.field(this.user.id, schema.require(object), field).read);
  }

  #runJoined(definition: ReportDefinition, entry: ReportEntry | undefined, user: UserContext, details: boolean) {
    return {
      ...joinedJson(runJoinedReport(this.org, this.tx, user, definition, { details }), this.#shown(user)),
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
