/** Schema.DisplayType and Schema.SoapType ("DisplayType Enum", "SOAPType Enum", Apex Reference Guide). */
import type { FieldType } from '../../../schema/model.ts';
import type { ApexEnumValue } from '../../runtime/index.ts';
import { enumConstant, libraryEnum } from '../define.ts';

export const displayType = libraryEnum('Schema.DisplayType', [
  'ADDRESS',
  'ANYTYPE',
  'BASE64',
  'BOOLEAN',
  'COMBOBOX',
  'COMPLEXVALUE',
  'CURRENCY',
  'DATACATEGORYGROUPREFERENCE',
  'DATE',
  'DATETIME',
  'DOUBLE',
  'EMAIL',
  'ENCRYPTEDSTRING',
  'ID',
  'INTEGER',
  'JSON',
  'LOCATION',
  'LONG',
  'MULTIPICKLIST',
  'PERCENT',
  'PHONE',
  'PICKLIST',
  'REFERENCE',
  'SOBJECT',
  'STRING',
  'TEXTAREA',
  'TIME',
  'URL',
]);

export const soapType = libraryEnum('Schema.SoapType', [
  'ADDRESS',
  'ANYTYPE',
  'ARRAY',
  'BASE64BINARY',
  'BOOLEAN',
  'DATE',
  'DATETIME',
  'DECIMAL',
  'DOUBLE',
  'FLOAT',
  'ID',
  'INTEGER',
  'JSON',
  'LOCATION',
  'LONG',
  'STRING',
  'TIME',
]);

export function displayTypeOf(type: FieldType): ApexEnumValue {
  return enumConstant(displayType, type === 'int' ? 'INTEGER' : type);
}

const soapTypes: Partial<Record<FieldType, string>> = {
  id: 'ID',
  reference: 'ID',
  boolean: 'BOOLEAN',
  int: 'INTEGER',
  double: 'DOUBLE',
  currency: 'DOUBLE',
  percent: 'DOUBLE',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  base64: 'BASE64BINARY',
  address: 'ADDRESS',
  location: 'LOCATION',
  anyType: 'ANYTYPE',
};

export function soapTypeOf(type: FieldType): ApexEnumValue {
  return enumConstant(soapType, soapTypes[type] ?? 'STRING');
}
