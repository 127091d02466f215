/** The form in which a value is stored. */
import type { FieldSchema } from '../schema/model.ts';
import { isId, to18 } from '../schema/ids.ts';
import { DatetimeValue, Decimal, type FieldValue } from '../schema/values/index.ts';

/**
 * Rounds numbers half up to the field's scale and datetimes down to the second, trims text (an empty text is null),
 * lengthens ids to 18 characters and turns a null checkbox into false.
 */
export function normalizeValue(field: FieldSchema, value: FieldValue): FieldValue {
  if (value === null) return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'double':
    case 'currency':
    case 'percent':
      return value instanceof Decimal && value.scale > field.scale ? value.setScale(field.scale) : value;
    case 'textarea':
      return value === '' ? null : value;
    case 'string':
    case 'email':
    case 'phone':
    case 'url':
    case 'combobox':
    case 'encryptedstring':
      return (value as string).trim() || null;
    case 'picklist':
      return asDefined(field, (value as string).trim()) || null;
    case 'multipicklist':
      return (
        (value as string)
          .trim()
          .split(';')
          .map((each) => asDefined(field, each.trim()))
          .join(';') || null
      );
    case 'id':
    case 'reference':
      return value === '' ? null : isId(value as string) ? to18(value as string) : value;
    case 'datetime':
      return new DatetimeValue(Math.floor((value as DatetimeValue).ms / 1000) * 1000);
    default:
      return value;
  }
}

/** Values of restricted picklists may be given in any case, and are kept as they are defined. */
function asDefined(field: FieldSchema, given: string): string {
  if (!field.restrictedPicklist) return given;
  const folded = given.toLowerCase();
  const defined = field.picklistValues.filter(({ value }) => value.toLowerCase() === folded);
  return defined.some(({ value }) => value === given) ? given : (defined[0]?.value ?? given);
}
