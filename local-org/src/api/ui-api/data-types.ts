/** Names of field types in the UI API ("Field" response body of Object Info). */
import type { FieldType } from '../../schema/model.ts';

const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  reference: 'Reference',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  encryptedstring: 'EncryptedString',
  base64: 'Base64',
  address: 'Address',
  location: 'Location',
  anyType: 'AnyType',
};

export function dataType(type: FieldType): string {
  return DATA_TYPES[type];
}
