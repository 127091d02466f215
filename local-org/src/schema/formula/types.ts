/** Static types of formula expressions, and how field types map to them. */
import type { FieldType } from '../model.ts';
import type { BlobValue, DateValue, DatetimeValue, Decimal, FieldValue, TimeValue } from '../values/index.ts';

/**
 * `Null` is the type of the literal. Picklists are types of their own because only some functions take them ("Tips for
 * Working with Picklist and Multi-Select Picklist Formula Fields").
 */
export type FormulaType =
  'Text' | 'Number' | 'Date' | 'DateTime' | 'Time' | 'Boolean' | 'Picklist' | 'MultiPicklist' | 'Null';

/** A value while a formula is evaluated. All numbers are Decimals; an empty text is null or `''`, which are the same. */
export type FormulaValue = Exclude<FieldValue, number | BlobValue>;

/** The values of each type, null aside. */
export interface ValueOfType {
  readonly Text: string;
  readonly Number: Decimal;
  readonly Date: DateValue;
  readonly DateTime: DatetimeValue;
  readonly Time: TimeValue;
  readonly Boolean: boolean;
  readonly Picklist: string;
  readonly MultiPicklist: string;
  readonly Null: never;
}

const TYPE_OF_FIELD: Readonly<Record<FieldType, FormulaType | undefined>> = {
  id: 'Text',
  string: 'Text',
  textarea: 'Text',
  boolean: 'Boolean',
  int: 'Number',
  double: 'Number',
  currency: 'Number',
  percent: 'Number',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'Text',
  reference: 'Text',
  email: 'Text',
  phone: 'Text',
  url: 'Text',
  encryptedstring: undefined,
  base64: undefined,
  address: undefined,
  location: undefined,
  anyType: undefined,
};

/** The type of a field's value in a formula; undefined for fields that formulas cannot use. */
export function typeOfField(type: FieldType): FormulaType | undefined {
  return TYPE_OF_FIELD[type];
}

/** The type's name in messages. */
export function typeLabel(type: FormulaType): string {
  return type === 'MultiPicklist' ? 'Picklist' : type;
}

/** The type both can be taken as, or undefined. */
export function commonType(left: FormulaType, right: FormulaType): FormulaType | undefined {
  if (left === 'Null') return right;
  if (right === 'Null') return left;
  return left === right ? left : undefined;
}
