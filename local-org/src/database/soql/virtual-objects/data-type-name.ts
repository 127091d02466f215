import type { FieldSchema, FieldType } from '../../../schema/model.ts';

const NAMES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Lookup()',
  boolean: 'Checkbox',
  date: 'Date',
  datetime: 'Date/Time',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'Picklist (Multi-Select)',
  combobox: 'Picklist',
  email: 'Email',
  phone: 'Phone',
  base64: 'Base64',
  address: 'Address',
  location: 'Geolocation',
};

const NUMBERS: Readonly<Partial<Record<FieldType, string>>> = {
  double: 'Number',
  currency: 'Currency',
  percent: 'Percent',
};

const LONG_TEXT = 255;

/** The type as Setup shows it: `Text(80)`, `Number(16, 2)`, `Lookup(Account)`, `Formula (Text)`. */
export function dataTypeName(field: FieldSchema): string {
  if (field.autoNumber) return 'Auto Number';
  if (field.formula !== undefined) return `Formula (${plainName(field).replace(/\(.*$/, '').trim()})`;
  if (field.rollUp !== undefined) {
    return `Roll-Up Summary (${field.rollUp.operation.toUpperCase()} ${field.rollUp.childObject})`;
  }
  return plainName(field);
}

function plainName(field: FieldSchema): string {
  const { type, length, precision, scale } = field;
  const number = NUMBERS[type];
  if (number !== undefined) return `${number}(${precision - scale}, ${scale})`;
  switch (type) {
    case 'int':
      return `Number(${field.precision === 0 ? 9 : field.precision}, 0)`;
    case 'reference':
      return `${field.masterDetail ? 'Master-Detail' : 'Lookup'}(${field.referenceTo.join(',')})`;
    case 'textarea':
      if (length <= LONG_TEXT) return `Text Area(${length})`;
      return `${field.htmlFormatted ? 'Rich' : 'Long'} Text Area(${length})`;
    case 'url':
      return `URL(${length})`;
    case 'encryptedstring':
      return `Text (Encrypted)(${length})`;
    default:
      return NAMES[type] ?? `Text(${length})`;
  }
}
