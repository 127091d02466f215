/** Field sets of an object. */
import type { ObjectMetadata } from '../metadata/metadata.ts';
import type { FieldSetSchema } from './model.ts';

export function fieldSetsOf(object: ObjectMetadata): FieldSetSchema[] {
  return [...object.fieldSets.values()].map(({ fullName, label, description, displayedFields }) => ({
    name: fullName,
    label,
    description,
    members: displayedFields.map(({ field, isRequired }) => ({ path: field, required: isRequired })),
  }));
}
