/** Apex types of record fields ("Field Types", Object Reference; "Primitive Data Types", Apex Developer Guide). */
import { HEADER_FIELD } from '../../schema/change-event-object.ts';
import type { FieldSchema, FieldType } from '../../schema/model.ts';
import { libraryType, types, type ApexType } from '../types/apex-type.ts';

const byFieldType: Readonly<Record<FieldType, ApexType>> = {
  id: types.Id,
  reference: types.Id,
  string: types.String,
  textarea: types.String,
  picklist: types.String,
  multipicklist: types.String,
  combobox: types.String,
  email: types.String,
  phone: types.String,
  url: types.String,
  encryptedstring: types.String,
  boolean: types.Boolean,
  int: types.Integer,
  double: types.Decimal,
  currency: types.Decimal,
  percent: types.Decimal,
  date: types.Date,
  datetime: types.Datetime,
  time: types.Time,
  base64: types.Blob,
  address: libraryType('System.Address'),
  location: libraryType('System.Location'),
  anyType: types.Object,
};

/** Metadata relationships to objects and fields hold API names, which are no ids. */
const namedByApiName = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

const changeEventHeader = libraryType('EventBus.ChangeEventHeader');

export function fieldApexType(field: FieldSchema): ApexType {
  if (field.name === HEADER_FIELD && field.type === 'anyType') return changeEventHeader;
  if (field.referenceTo.some((target) => namedByApiName.has(target))) return types.String;
  return byFieldType[field.type];
}
