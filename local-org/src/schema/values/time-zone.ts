import { OrgError } from '../errors.ts';
import { MS_PER_DAY } from './calendar.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds to add to GMT to get the clock of `timeZone` (an IANA name) at the instant `ms`. */
export function zoneOffset(timeZone: string, ms: number): number {
  if (timeZone === 'GMT' || timeZone === 'UTC') return 0;
  if (latest.ms !== ms || latest.timeZone !== timeZone) latest = { timeZone, ms, offset: offsetAt(timeZone, ms) };
  return latest.offset;
}

/** Formulas ask for the same instant, the present, in every row. */
let latest = { timeZone: 'GMT', ms: 0, offset: 0 };

function offsetAt(timeZone: string, ms: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(ms)) parts[type] = Number(value);
  const local = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return local - Math.floor(ms / 1000) * 1000;
}

/**
 * The instant at which the clock of `timeZone` shows `local` (milliseconds as if it were GMT). A time skipped by
 * daylight saving is read with the offset before the change, and a repeated one is the first of the two.
 */
export function zonedInstant(timeZone: string, local: number): number {
  const before = zoneOffset(timeZone, local - MS_PER_DAY);
  const candidate = local - before;
  if (zoneOffset(timeZone, candidate) === before) return candidate;
  const after = zoneOffset(timeZone, local + MS_PER_DAY);
  return zoneOffset(timeZone, local - after) === after ? local - after : candidate;
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (found === undefined) {
    try {
      found = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw new OrgError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `Unknown time zone: ${timeZone}`);
    }
    formatters.set(timeZone, found);
  }
  return found;
}
