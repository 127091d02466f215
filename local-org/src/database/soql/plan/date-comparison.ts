import { zonedInstant } from '../../../schema/values/time-zone.ts';
import { DatetimeValue, type DateValue } from '../../../schema/values/index.ts';
import type { ComparisonOperator, Value } from '../ast.ts';
import { firstDayOfWeek } from '../dates/calendar.ts';
import { type DaySpan, daySpan } from '../dates/literals.ts';
import type { PlanContext } from './context.ts';
import { type Place, wrongType } from './filter-value.ts';
import type { RunContext } from './parameters.ts';
import type { SqlValue } from './sql-value.ts';

const MS_PER_DAY = 86_400_000;

/** Compares with a span of days on the running user's calendar: `<` is before its start, `>` after its end. */
export function dateLiteralComparison(
  context: PlanContext,
  left: SqlValue,
  operator: ComparisonOperator,
  value: Value & { kind: 'dateLiteral' },
  place: Place,
): string {
  const { kind } = left.encoding;
  if (kind !== 'date' && kind !== 'datetime') throw wrongType(left, place);
  const edge = (end: 'from' | 'to') => context.parameters.dynamic((run) => encoded(run, spanOf(run, value)[end], kind));
  switch (operator) {
    case '<':
      return `${left.sql} < ${edge('from')}`;
    case '>=':
      return `${left.sql} >= ${edge('from')}`;
    case '>':
      return `${left.sql} >= ${edge('to')}`;
    case '<=':
      return `${left.sql} < ${edge('to')}`;
    default: {
      const within = `(${left.sql} >= ${edge('from')} AND ${left.sql} < ${edge('to')})`;
      return operator === '!=' ? `${within} IS NOT TRUE` : within;
    }
  }
}

function spanOf(run: RunContext, value: Value & { kind: 'dateLiteral' }): DaySpan {
  const { user, org } = run.tx;
  return daySpan(value.name, value.count ?? 0, {
    today: new DatetimeValue(org.clock.now()).date(user.timeZone),
    firstDayOfWeek: firstDayOfWeek(user.locale),
    fiscalYear: run.fiscalYear(),
  });
}

/** A day, or the instant at which it begins on the running user's clock. */
function encoded(run: RunContext, day: DateValue, kind: 'date' | 'datetime'): number {
  return kind === 'date' ? day.days : zonedInstant(run.tx.user.timeZone, day.days * MS_PER_DAY);
}
