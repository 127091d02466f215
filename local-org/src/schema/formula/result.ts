import type { FieldType } from '../model.ts';
import { Decimal, type FieldValue } from '../values/index.ts';
import { FormulaError } from './errors.ts';
import { typeLabel, typeOfField, type FormulaType, type FormulaValue } from './types.ts';

const HUNDRED = Decimal.of(100);

/** Throws unless a formula of this type can give the value of a field of that type. */
export function checkResultType(type: FormulaType, field: FieldType): void {
  const wanted = typeOfField(field);
  const accepted = wanted === 'Picklist' || wanted === 'MultiPicklist' ? 'Text' : wanted;
  if (accepted === undefined || type === 'Null' || type === accepted) return;
  throw new FormulaError(
    `Formula result is data type (${typeLabel(type)}), incompatible with expected data type (${typeLabel(accepted)}).`,
    0,
  );
}

/** How a formula's value becomes the value of a field: numbers are rounded half up to the scale, if there is one. */
export function resultConversion(
  field: FieldType,
  scale: number | undefined,
  storedForm: boolean,
): (value: FormulaValue) => FieldValue {
  switch (field) {
    case 'boolean':
      return (value) => value === true;
    case 'int':
      return (value) => (value instanceof Decimal ? value.setScale(0).toNumber() : null);
    case 'percent':
      // A formula computes percentages as fractions; a field holds 25 for 25 %.
      if (!storedForm) {
        return (value) => (value instanceof Decimal ? rounded(value.multiply(HUNDRED), scale) : null);
      }
      return (value) => (value instanceof Decimal ? rounded(value, scale) : null);
    default:
      return (value) => (value instanceof Decimal ? rounded(value, scale) : value === '' ? null : value);
  }
}

function rounded(value: Decimal, scale: number | undefined): Decimal {
  return scale === undefined ? value.stripTrailingZeros() : value.setScale(scale);
}
