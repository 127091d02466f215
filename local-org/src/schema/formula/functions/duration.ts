import { DatetimeValue, Decimal, TimeValue } from '../../values/index.ts';
import type { Expression } from '../expression.ts';
import { toInteger } from '../number.ts';
import { requireType } from '../operands.ts';
import type { FormulaValue } from '../types.ts';
import { requireCount, special } from './define.ts';

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `[D:]HH:MM:SS`; with days, hours stay below 24. */
function format(duration: number, withDays: boolean): string {
  const hours = Math.floor(duration / 3600);
  const rest = `${two(Math.floor(duration / 60) % 60)}:${two(duration % 60)}`;
  return withDays ? `${Math.floor(hours / 24)}:${two(hours % 24)}:${rest}` : `${two(hours)}:${rest}`;
}

/** Whole seconds between two times or date/times, whichever comes first. */
function secondsBetween(from: FormulaValue, to: FormulaValue): number | null {
  if (from instanceof DatetimeValue && to instanceof DatetimeValue) return Math.trunc(Math.abs(to.ms - from.ms) / 1000);
  if (from instanceof TimeValue && to instanceof TimeValue) return Math.trunc(Math.abs(to.ms - from.ms) / 1000);
  return null;
}

/** `FORMATDURATION(seconds, [withDays])`, or of two times or date/times. */
export const durationFunctions = [
  special('FORMATDURATION', (operands, call, subject) => {
    requireCount(call, 1, 2);
    const [first, second] = operands as [Expression, Expression | undefined];
    requireType(subject, first, second === undefined ? ['Number'] : ['Number', 'Time', 'DateTime']);
    if (second !== undefined) requireType(subject, second, first.type === 'Number' ? ['Boolean'] : [first.type]);
    return {
      type: 'Text',
      evaluate: (context) => {
        const start = first.evaluate(context);
        const other = second?.evaluate(context) ?? null;
        if (start instanceof Decimal) return format(Math.abs(toInteger(start)), other === true);
        const duration = secondsBetween(start, other);
        return duration === null ? null : format(duration, start instanceof DatetimeValue);
      },
    };
  }),
];
