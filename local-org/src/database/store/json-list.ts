import type { SQLInputValue } from 'node:sqlite';

/** A list as JSON for `json_each`; bigints are written digit by digit, as JSON numbers have no limit in SQLite. */
export function jsonList(values: readonly SQLInputValue[]): string {
  return `[${values.map((value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value))).join()}]`;
}
