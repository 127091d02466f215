/** Which roll-up summary fields read which detail object. */
import type { FieldSchema, ObjectSchema, RollUp, Schema } from '../../schema/model.ts';

export interface RollUpField {
  readonly parent: ObjectSchema;
  readonly field: FieldSchema;
  readonly rollUp: RollUp;
}

const cache = new WeakMap<Schema, ReadonlyMap<string, readonly RollUpField[]>>();

/** The roll-up summary fields that summarise records of this object. */
export function rollUpsOver(schema: Schema, child: ObjectSchema): readonly RollUpField[] {
  let byChild = cache.get(schema);
  if (byChild === undefined) {
    byChild = Map.groupBy(allRollUps(schema), ({ rollUp }) => rollUp.childObject.toLowerCase());
    cache.set(schema, byChild);
  }
  return byChild.get(child.name.toLowerCase()) ?? [];
}

export function allRollUps(schema: Schema): RollUpField[] {
  return [...schema.objects.values()].flatMap((parent) =>
    [...parent.fields.values()].flatMap((field) =>
      field.rollUp === undefined ? [] : [{ parent, field, rollUp: field.rollUp }],
    ),
  );
}
