/** Compound fields: addresses and geolocations, which are stored in parts (SOAP API Developer Guide, "Compound Fields"). */
import type { FieldSchema, ObjectSchema } from './model.ts';

const ADDRESS_PARTS = [
  'Street',
  'City',
  'State',
  'PostalCode',
  'Country',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy',
] as const;
const LOCATION_PARTS = ['Latitude', 'Longitude'] as const;

export type CompoundPart = (typeof ADDRESS_PARTS)[number];

export function isCompound(field: FieldSchema): boolean {
  return field.type === 'address' || field.type === 'location';
}

/** The fields that hold the parts, by part; empty for a field that is not compound. */
export function compoundParts(object: ObjectSchema, field: FieldSchema): ReadonlyMap<CompoundPart, FieldSchema> {
  const found = new Map<CompoundPart, FieldSchema>();
  for (const part of partsOfType(field)) {
    const name = field.custom ? field.name.replace(/__c$/, `__${part}__s`) : field.name.replace(/Address$/, part);
    const stored = object.field(name);
    if (stored !== undefined) found.set(part, stored);
  }
  return found;
}

function partsOfType(field: FieldSchema): readonly CompoundPart[] {
  if (field.type === 'address') return ADDRESS_PARTS;
  return field.type === 'location' ? LOCATION_PARTS : [];
}

/** The compound field that this field is a part of. */
export function compoundOf(object: ObjectSchema, field: FieldSchema): FieldSchema | undefined {
  return object.fields.values().find((candidate) =>
    compoundParts(object, candidate)
      .values()
      .some((part) => part === field),
  );
}
