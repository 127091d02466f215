import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';

/** The references through which a record controlled by its parent is controlled. Two masters must both be accessible. */
export function parentFields(object: ObjectSchema): readonly FieldSchema[] {
  const references = [...object.fields.values()].filter(
    (field) => field.type === 'reference' && field.referenceTo.length === 1,
  );
  const masters = references.filter(({ masterDetail }) => masterDetail);
  if (masters.length > 0) return masters;
  const owners = references.filter((field) => field.deleteConstraint === 'Cascade' && !field.nillable);
  if (owners.length > 0) return owners;
  return references.filter(({ name }) => name === 'AccountId');
}

/** Of a share or a history: the reference to the record it belongs to. */
export function parentReference(object: ObjectSchema): FieldSchema | undefined {
  if (object.kind !== 'share' && object.kind !== 'history') return undefined;
  return [...object.fields.values()].find(
    ({ type, referenceTo, deleteConstraint }) =>
      type === 'reference' && referenceTo.length === 1 && deleteConstraint === 'Cascade',
  );
}
