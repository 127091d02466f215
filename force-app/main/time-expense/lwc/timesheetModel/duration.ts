/** Durations as people type them, in whole minutes as the timesheet keeps them. */

export const MINUTES_PER_DAY = 1440;

export type ParsedDuration = { minutes: number } | { problem: string };

const HOW = 'Type hours such as 1:30, 1.5 or 90m.';

const CLOCK = /^(\d{1,3})?:(\d{1,2})$/;
const DECIMAL = /^(\d*)(?:[.,](\d+))?$/;
const WORDS = /^(?:(\d*)(?:[.,](\d+))?\s*h(?:(?:ou)?rs?)?)?\s*(?:(\d+)(?:[.,](\d+))?\s*(?:m(?:in(?:ute)?s?)?)?)?$/;

/**
 * Minutes of `1:30`, `:45`, `1.5`, `1,5`, `90m`, `1h30`, `1 h 30 min`; a bare number is hours and blank text is no time. What is
 * no whole number of minutes, negative, or more than a day is refused with a sentence that says what to type instead.
 */
export function parseDuration(text: string): ParsedDuration {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { minutes: 0 };
  if (/^[-−–]/.test(typed)) return { problem: 'Time cannot be negative.' };
  const clock = CLOCK.exec(typed);
  if (clock !== null) return ofClock(Number(clock[1] ?? 0), clock[2] ?? '');
  const decimal = DECIMAL.exec(typed);
  if (decimal !== null && /\d/.test(typed)) return ofHours(text, decimal[1], decimal[2], 0);
  const words = /\d/.test(typed) ? WORDS.exec(typed) : null;
  if (words === null) return { problem: HOW };
  if (words[4] !== undefined) return { problem: 'Time is kept in whole minutes.' };
  return ofHours(text, words[1], words[2], Number(words[3] ?? 0));
}

function ofClock(hours: number, minuteText: string): ParsedDuration {
  const minutes = Number(minuteText);
  if (minuteText.length !== 2 || minutes > 59) {
    return { problem: `After the colon come minutes from 00 to 59. ${HOW}` };
  }
  return withinDay(hours * 60 + minutes);
}

/** Exact in integers: 0.1 h are 6 minutes, and no sum of binary fractions decides what a whole minute is. */
function ofHours(text: string, whole = '', fraction = '', minutes: number): ParsedDuration {
  const scale = 10 ** fraction.length;
  const scaled = Number(whole + fraction) * 60;
  if (scaled > MINUTES_PER_DAY * scale) return tooLong(Number(whole));
  if (scaled % scale !== 0) {
    const nearest = formatDuration(Math.round(scaled / scale) + minutes);
    return { problem: `${text.trim()} is not a whole number of minutes. Did you mean ${nearest}?` };
  }
  return withinDay(scaled / scale + minutes);
}

function withinDay(minutes: number): ParsedDuration {
  return minutes > MINUTES_PER_DAY ? tooLong(Math.floor(minutes / 60)) : { minutes };
}

function tooLong(hours: number): ParsedDuration {
  const hint = hours <= MINUTES_PER_DAY ? ` If you mean minutes, type ${hours}m.` : '';
  return { problem: `A day has 24 hours.${hint}` };
}

/** `90` as `1:30`; negative ones, which only adjustments have, as `-1:30`. */
export function formatDuration(minutes: number): string {
  const size = Math.abs(minutes);
  const text = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
  return minutes < 0 ? `-${text}` : text;
}

/** As a cell shows it: nothing instead of `0:00`. */
export function cellText(minutes: number): string {
  return minutes === 0 ? '' : formatDuration(minutes);
}

/** For screen readers: `1 hour 30 minutes`. */
export function spokenDuration(minutes: number): string {
  if (minutes === 0) return 'no time';
  const size = Math.abs(minutes);
  const parts = [counted(Math.floor(size / 60), 'hour'), counted(size % 60, 'minute')].filter((part) => part !== '');
  return (minutes < 0 ? 'minus ' : '') + parts.join(' ');
}

function counted(count: number, unit: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
