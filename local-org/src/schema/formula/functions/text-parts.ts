/** Functions that measure, search and cut texts. Positions count from 1; an empty result is blank. */
import { Decimal } from '../../values/index.ts';
import { toInteger } from '../number.ts';
import { lenient, strict } from './define.ts';

function orBlank(text: string): string | null {
  return text === '' ? null : text;
}

export const textPartFunctions = [
  lenient('LEN(Text): Number', (text) => Decimal.of(text?.length ?? 0)),
  strict('LEFT(Text, Number): Text', (text, count) => orBlank(text.slice(0, Math.max(0, toInteger(count))))),
  strict('RIGHT(Text, Number): Text', (text, count) => {
    const length = Math.max(0, toInteger(count));
    return orBlank(length === 0 ? '' : text.slice(-length));
  }),
  strict('MID(Text, Number, Number): Text', (text, start, count) => {
    const from = Math.max(1, toInteger(start)) - 1;
    return orBlank(text.slice(from, from + Math.max(0, toInteger(count))));
  }),
  lenient('FIND(Text, Text, Number?): Number', (search, text, start) => {
    if (search === null || text === null) return Decimal.ZERO;
    return Decimal.of(text.indexOf(search, Math.max(0, toInteger(start ?? Decimal.ONE) - 1)) + 1);
  }),
  lenient('CONTAINS(Text, Text): Boolean', (text, search) => {
    if (search === null || search === '') return true;
    return text !== null && text.includes(search);
  }),
  lenient('BEGINS(Text, Text): Boolean', (text, search) => {
    if (search === null || search === '') return true;
    return text !== null && text.startsWith(search);
  }),
  strict('ASCII(Text): Number', (text) => (text === '' ? null : Decimal.of(text.codePointAt(0)!))),
  strict('CHR(Number): Text', (code) => {
    const point = toInteger(code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null;
  }),
];
