/** Change events: what Change Data Capture publishes of an object's records ("Change Event Object", Object Reference). */
import { makeField } from './field.ts';
import type { ObjectSchema } from './model.ts';
import { BuiltObject } from './object-schema.ts';

/** Says what changed, as JSON until it is handed to code. */
export const HEADER_FIELD = 'ChangeEventHeader';

export function changeEventName(objectName: string): string {
  return objectName.endsWith('__c') ? objectName.replace(/__c$/, '__ChangeEvent') : `${objectName}ChangeEvent`;
}

export function changeEventObject(parent: ObjectSchema, keyPrefix: string): BuiltObject {
  const object = new BuiltObject({
    name: changeEventName(parent.name),
    label: `${parent.label} Change Event`,
    labelPlural: `${parent.label} Change Event`,
    kind: 'platformEvent',
    changesOf: parent.name,
    keyPrefix,
    queryable: false,
    createable: false,
    updateable: false,
    deletable: false,
  });
  // Tests make events and set what they like.
  const own = { object: object.name, createable: true, updateable: true };
  object.add(makeField({ ...own, name: 'ReplayId', label: 'Replay ID', type: 'string', length: 1000 }));
  object.add(makeField({ ...own, name: HEADER_FIELD, label: 'Change Event Header', type: 'anyType' }));
  for (const field of parent.fields.values()) {
    if (field.calculated || NOT_CARRIED.has(field.type) || NOT_NAMED.has(field.name)) continue;
    object.add({ ...field, ...own, nillable: true, unique: false, childRelationshipName: undefined });
  }
  return object;
}

/** Compound fields and files are not part of events; nor are ids, which the header has. */
const NOT_CARRIED: ReadonlySet<string> = new Set(['address', 'location', 'base64']);
const NOT_NAMED: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
]);
