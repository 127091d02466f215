/** Static types of a flow's resources, as far as formulas need them. */
import type { FieldType, ObjectSchema } from '../schema/model.ts';
import type { FlowDataType } from './definition/resources.ts';

export type FlowType =
  | { readonly kind: 'scalar'; readonly fieldType: FieldType }
  | { readonly kind: 'record'; readonly object: ObjectSchema }
  | { readonly kind: 'object'; readonly attribute: (name: string) => FlowType | undefined }
  | { readonly kind: 'collection'; readonly item: FlowType };

const FIELD_TYPES: Readonly<Record<FlowDataType, FieldType | undefined>> = {
  String: 'string',
  Number: 'double',
  Currency: 'currency',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Picklist: 'picklist',
  Multipicklist: 'multipicklist',
  SObject: undefined,
  Apex: undefined,
};

/** Apex types of action parameters that are values of their own. */
const APEX_TYPES: Readonly<Record<string, FieldType>> = {
  string: 'string',
  id: 'string',
  integer: 'double',
  long: 'double',
  decimal: 'double',
  double: 'double',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
};

export function scalar(fieldType: FieldType): FlowType {
  return { kind: 'scalar', fieldType };
}

/** The field type of a scalar flow data type; undefined for records and Apex-defined types. */
export function fieldTypeOf(dataType: FlowDataType): FieldType | undefined {
  return FIELD_TYPES[dataType];
}

/** The type of an action's parameter; undefined for Apex-defined classes, whose attributes are not described. */
export function typeOfApex(
  apexType: string,
  objectNamed: (name: string) => ObjectSchema | undefined,
): FlowType | undefined {
  const list = /^list\s*<(.+)>$/i.exec(apexType.trim());
  if (list !== null) {
    const item = typeOfApex(list[1], objectNamed);
    return item && { kind: 'collection', item };
  }
  const fieldType = APEX_TYPES[apexType.trim().toLowerCase()];
  if (fieldType !== undefined) return scalar(fieldType);
  const object = objectNamed(apexType.trim());
  return object && { kind: 'record', object };
}
