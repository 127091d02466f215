/** Functions of DataWeave ("Core (dw::Core)" and "Strings (dw::core::Strings)", DataWeave documentation). */
import { Decimal } from '../../../schema/values/index.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { pluralize } from './pluralize.ts';
import { DwObject, isArray, textOf, type DwFunction, type DwValue } from './values.ts';

const onText =
  (change: (text: string) => string): DwFunction =>
  (value = null) =>
    value === null ? null : change(textOf(value));

export const functions: ReadonlyMap<string, DwFunction> = new Map<string, DwFunction>([
  ['upper', onText((text) => text.toUpperCase())],
  ['lower', onText((text) => text.toLowerCase())],
  ['trim', onText((text) => text.trim())],
  ['capitalize', onText((text) => text.charAt(0).toUpperCase() + text.slice(1))],
  ['pluralize', onText(pluralize)],
  ['sizeOf', (value = null) => Decimal.of(sizeOf(value))],
  ['isEmpty', (value = null) => sizeOf(value) === 0],
  ['keysOf', (value = null) => (value instanceof DwObject ? value.entries.map(({ key }) => key) : [])],
  ['valuesOf', (value = null) => (value instanceof DwObject ? value.entries.map((entry) => entry.value) : [])],
  [
    'log',
    (...args) => {
      const value = args.at(-1) ?? null;
      currentTransaction().log.write('DATAWEAVE_USER_DEBUG', textOf(value));
      return value;
    },
  ],
]);

function sizeOf(value: DwValue): number {
  if (value === null) return 0;
  if (isArray(value)) return value.length;
  return value instanceof DwObject ? value.entries.length : textOf(value).length;
}
