/** Date functions ("Date Functions", SOQL and SOSL Reference). On datetimes they go by GMT unless `convertTimezone` is used. */
import type { SqlValue } from './sql-value.ts';
import type { PlanContext } from './context.ts';

interface DateFunction {
  /** SQL of the function; `part` is a number by a format of `strftime`. */
  readonly sql: (part: (format: string) => string, fiscal: Fiscal, seconds: string) => string;
  readonly type: 'int' | 'date';
  /** Not for fields without a time of day. */
  readonly datetimeOnly?: boolean;
}

/** Marks, made when asked for. */
interface Fiscal {
  readonly startMonth: () => string;
  readonly namedByStart: () => string;
}

const month = (part: (format: string) => string) => part('%m');

const FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_YEAR: { type: 'int', sql: (part) => part('%Y') },
  CALENDAR_QUARTER: { type: 'int', sql: (part) => `(${month(part)}+2)/3` },
  CALENDAR_MONTH: { type: 'int', sql: month },
  DAY_IN_MONTH: { type: 'int', sql: (part) => part('%d') },
  DAY_IN_WEEK: { type: 'int', sql: (part) => `${part('%w')}+1` },
  DAY_IN_YEAR: { type: 'int', sql: (part) => part('%j') },
  WEEK_IN_MONTH: { type: 'int', sql: (part) => `(${part('%d')}+6)/7` },
  WEEK_IN_YEAR: { type: 'int', sql: (part) => `(${part('%j')}+6)/7` },
  HOUR_IN_DAY: { type: 'int', sql: (part) => part('%H'), datetimeOnly: true },
  DAY_ONLY: {
    type: 'date',
    sql: (_part, _fiscal, seconds) => `CAST(floor(${seconds}/86400.0) AS INTEGER)`,
    datetimeOnly: true,
  },
  FISCAL_MONTH: { type: 'int', sql: (part, { startMonth }) => `(${month(part)}-${startMonth()}+12)%12+1` },
  // A number that is bound is no integer for SQLite, and would be divided as such.
  FISCAL_QUARTER: {
    type: 'int',
    sql: (part, { startMonth }) => `((${month(part)}-CAST(${startMonth()} AS INTEGER)+12)%12)/3+1`,
  },
  FISCAL_YEAR: {
    type: 'int',
    sql: (part, { startMonth, namedByStart }) =>
      `${part('%Y')}-(${month(part)}<${startMonth()})+(${startMonth()}>1 AND NOT ${namedByStart()})`,
  },
};

export function isDateFunction(name: string): boolean {
  return name in FUNCTIONS;
}

/** Undefined when the function does not take a value of this type. */
export function dateFunction(
  context: PlanContext,
  name: string,
  argument: SqlValue,
): { readonly sql: string; readonly type: 'int' | 'date' } | undefined {
  const { sql, type, datetimeOnly } = FUNCTIONS[name];
  const { kind } = argument.encoding;
  if (kind !== 'datetime' && (kind !== 'date' || datetimeOnly)) return undefined;
  const { parameters } = context;
  const fiscal: Fiscal = {
    startMonth: () => parameters.dynamic((run) => run.fiscalYear().startMonth),
    namedByStart: () => parameters.dynamic((run) => (run.fiscalYear().namedByStart ? 1 : 0)),
  };
  const seconds = kind === 'date' ? `${argument.sql}*86400` : `floor(${argument.sql}/1000.0)`;
  const part = (format: string) => `CAST(strftime('${format}',${seconds},'unixepoch') AS INTEGER)`;
  return { sql: sql(part, fiscal, seconds), type };
}
