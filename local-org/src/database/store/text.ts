/**
 * Text comparison as SOQL does it: without regard to case, in any alphabet. SQLite's NOCASE knows ASCII only, so text with
 * other characters goes through the registered function `fold`; the test for it is cheap and keeps plain text native.
 */
import type { DatabaseSync } from 'node:sqlite';
import { quoted } from './names.ts';

/** What text is compared as: parameters are folded with this before they are bound. */
export function fold(text: string): string {
  return text.toLowerCase();
}

/** SQL that yields the comparison key of a text expression, with its collation. Also what indexes on text are made of. */
export function foldedSql(expression: string): string {
  return `iif(length(${expression})=octet_length(${expression}),${expression},fold(${expression})) COLLATE NOCASE`;
}

export function foldedColumn(column: string): string {
  return foldedSql(quoted(column));
}

export function registerFold(database: DatabaseSync): void {
  database.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : text));
}
