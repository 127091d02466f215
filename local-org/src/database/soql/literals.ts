/** Literal values of SOQL ("Quoted String Escape Sequences" and "Date Formats and Date Literals", SOQL and SOSL Reference). */
import { NotSupported } from '../../schema/errors.ts';
import { DatetimeValue, DateValue, TimeValue } from '../../schema/values/index.ts';
import type { Value } from './ast.ts';
import { malformed } from './errors.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: '_',
  '%': '%',
};

/** Stand-in, of the same length, for the backslash of `\%` and `\_`, which the grammar's string literal does not know. */
const PATTERN_ESCAPE = '\uE000';

/** Makes `\%` and `\_` readable for the parser; `stringValue` turns them back. Lengths, and so positions, stay. */
export function protectPatternEscapes(text: string): string {
  return text.replace(/\\(?:([%_])|[^])/g, (escape, wildcard: string | undefined) =>
    wildcard === undefined ? escape : PATTERN_ESCAPE + wildcard,
  );
}

/** The text as it was before `protectPatternEscapes`. */
export function restorePatternEscapes(text: string): string {
  return text.replaceAll(PATTERN_ESCAPE, '\\');
}

/** From a quoted literal. */
export function stringValue(literal: string): Value {
  const raw = restorePatternEscapes(literal.slice(1, -1));
  return {
    kind: 'string',
    value: unescape(raw, () => false),
    pattern: unescape(raw, (escaped) => '%_\\'.includes(escaped)),
  };
}

function unescape(raw: string, keep: (escaped: string) => boolean): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (escape, code: string | undefined, escaped: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return keep(escaped) ? escape : (ESCAPES[escaped] ?? escape);
  });
}

export function dateValue(text: string): Value {
  const value = DateValue.tryParse(text);
  if (value === undefined) throw malformed(`Invalid date: ${text}`);
  return { kind: 'date', value };
}

export function datetimeValue(text: string): Value {
  const value = DatetimeValue.tryParse(text.toUpperCase());
  if (value === undefined) throw malformed(`Invalid datetime: ${text}`);
  return { kind: 'datetime', value };
}

export function timeValue(text: string): Value {
  const value = TimeValue.tryParse(text.toUpperCase());
  if (value === undefined) throw new NotSupported(`time literal with an offset: ${text}`);
  return { kind: 'time', value };
}
