import type { ObjectSchema, Schema } from '../../../schema/model.ts';

export interface ShareTable {
  readonly object: ObjectSchema;
  /** `ParentId`, or `AccountId` and the like. */
  readonly parentField: string;
  /** `AccessLevel`, or `AccountAccessLevel` and the like. */
  readonly levelField: string;
}

/** `Widget__Share`, `AccountShare`; undefined for objects whose records are not shared one by one. */
export function findShareTable(schema: Schema, object: ObjectSchema): ShareTable | undefined {
  const name = object.custom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`;
  const share = schema.object(name);
  if (share === undefined || name === object.name) return undefined;
  return object.custom
    ? { object: share, parentField: 'ParentId', levelField: 'AccessLevel' }
    : { object: share, parentField: `${object.name}Id`, levelField: `${object.name}AccessLevel` };
}
