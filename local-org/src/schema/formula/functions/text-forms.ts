/** Functions that give a text another form. */
import { toInteger } from '../number.ts';
import { WorkTooLarge } from '../../errors.ts';
import { lenient, strict } from './define.ts';

/** As long as a String of Apex may be: a formula that makes longer texts out of each other would not end. */
const MAXIMUM_LENGTH = 6_000_000;

function requireLength(length: number): void {
  if (length > MAXIMUM_LENGTH) throw new WorkTooLarge(`String length exceeds maximum: ${MAXIMUM_LENGTH}`);
}

function substituted(text: string, search: string, replacement: string): string {
  const parts = text.split(search);
  requireLength(text.length + (parts.length - 1) * (replacement.length - search.length));
  return parts.join(replacement);
}

function padding(text: string, length: number, pad: string): string {
  const missing = length - text.length;
  return pad.repeat(Math.ceil(missing / pad.length)).slice(0, missing);
}

/** A text longer than the length is cut to it. */
function padded(text: string, length: number, pad: string, left: boolean): string | null {
  if (text === '' || length <= 0 || pad === '') return null;
  if (length <= text.length) return text.slice(0, length);
  requireLength(length);
  const fill = padding(text, length, pad);
  return left ? fill + text : text + fill;
}

/** The casing rules of a locale such as `tr`; general ones when it is blank. */
function localeTag(locale: string | null | undefined): string {
  return locale ? locale.replaceAll('_', '-') : 'en';
}

export const textFormFunctions = [
  lenient('LOWER(Text, Text?): Text', (text, locale) => text?.toLocaleLowerCase(localeTag(locale)) ?? null),
  lenient('UPPER(Text, Text?): Text', (text, locale) => text?.toLocaleUpperCase(localeTag(locale)) ?? null),
  strict('TRIM(Text): Text', (text) => text.replace(/^ +| +$/g, '') || null),
  strict('REVERSE(Text): Text', (text) => Array.from(text).reverse().join('')),
  strict('INITCAP(Text): Text', (text) =>
    text.toLowerCase().replace(/(?<![\p{L}\p{Nd}])\p{L}/gu, (letter) => letter.toUpperCase()),
  ),
  lenient('SUBSTITUTE(Text, Text, Text): Text', (text, search, replacement) => {
    if (text === null || search === null) return null;
    return search === '' ? text : substituted(text, search, replacement ?? '') || null;
  }),
  strict('LPAD(Text, Number, Text?): Text', (text, length, pad) => padded(text, toInteger(length), pad ?? ' ', true)),
  strict('RPAD(Text, Number, Text?): Text', (text, length, pad) => padded(text, toInteger(length), pad ?? ' ', false)),
];
