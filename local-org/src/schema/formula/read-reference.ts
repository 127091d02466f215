import { BlobValue, Decimal, type FieldValue } from '../values/index.ts';
import type { FormulaContext } from './context.ts';
import { precise } from './number.ts';
import type { FormulaScope, Reference } from './scope.ts';
import type { FormulaValue } from './types.ts';

const HUNDREDTH = Decimal.fromUnscaled(1n, 2);

/** How the value a reference names is read from a context. */
export function readReference(
  reference: Reference,
  scope: Pick<FormulaScope, 'storedForm'>,
  blanks: 'zero' | 'blank',
): (context: FormulaContext) => FormulaValue {
  const { path, only, constant } = reference;
  const convert = fieldConversion(reference, scope, blanks);
  if (constant !== undefined) return () => convert(constant);
  if (reference.global) return (context) => convert(context.global(path));
  if (only === undefined) return (context) => convert(context.value(path));
  return (context) => {
    const id = context.value(only.idPath);
    return convert(typeof id === 'string' && id.startsWith(only.keyPrefix) ? context.value(path) : null);
  };
}

/** As `readReference`, for the value before the save; undefined where the reference is not to the record's own field. */
export function readPrior(
  reference: Reference,
  scope: Pick<FormulaScope, 'storedForm'>,
  blanks: 'zero' | 'blank',
): ((context: FormulaContext) => FormulaValue) | undefined {
  if (!reference.own) return undefined;
  const convert = fieldConversion(reference, scope, blanks);
  return (context) => (context.prior === undefined ? null : convert(context.prior(reference.path)));
}

/** From the value as a record holds it to the value as the formula sees it. */
function fieldConversion(
  { fieldType }: Reference,
  { storedForm }: Pick<FormulaScope, 'storedForm'>,
  blanks: 'zero' | 'blank',
): (value: FieldValue) => FormulaValue {
  switch (fieldType) {
    case 'boolean':
      return (value) => value === true;
    case 'int':
    case 'double':
    case 'currency':
      return (value) => toDecimal(value, blanks);
    case 'percent':
      if (storedForm) return (value) => toDecimal(value, blanks);
      return (value) => {
        const stored = toDecimal(value, blanks);
        return stored === null ? null : precise(stored.multiply(HUNDREDTH));
      };
    case 'id':
    case 'reference':
      return storedForm ? toFormulaValue : (value) => (typeof value === 'string' ? value.slice(0, 15) : null);
    default:
      return toFormulaValue;
  }
}

function toDecimal(value: FieldValue, blanks: 'zero' | 'blank'): Decimal | null {
  if (value instanceof Decimal) return value;
  if (typeof value === 'number') return Decimal.of(value);
  return blanks === 'zero' ? Decimal.ZERO : null;
}

/** A stored value as formulas take it, whatever its field type. */
export function toFormulaValue(value: FieldValue): FormulaValue {
  if (typeof value === 'number') return Decimal.of(value);
  if (value instanceof BlobValue) throw new TypeError('A formula was given a Blob');
  return value === '' ? null : value;
}
