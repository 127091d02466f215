/** Compound fields: a name or an address, shown as one and stored in parts ("Compound Fields" in the Object Reference). */
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';

const NAME_PARTS = ['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix'];
const ADDRESS_PARTS = [
  'Street',
  'City',
  'State',
  'StateCode',
  'PostalCode',
  'Country',
  'CountryCode',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy',
];
const CUSTOM_ADDRESS_PARTS = [
  'Street__s',
  'City__s',
  'StateCode__s',
  'PostalCode__s',
  'CountryCode__s',
  'Latitude__s',
  'Longitude__s',
  'GeocodeAccuracy__s',
];
/** Parts of an address that no form shows. */
const HIDDEN_PARTS = /(Latitude|Longitude|GeocodeAccuracy)(__s)?$/;

/** The fields a compound field is made of, in the order forms show them; empty for a field that is not compound. */
export function partsOf(object: ObjectSchema, field: FieldSchema): readonly FieldSchema[] {
  return partNames(object, field).flatMap((name) => object.field(name) ?? []);
}

function partNames(object: ObjectSchema, field: FieldSchema): readonly string[] {
  if (field.nameField && object.field('LastName') !== undefined) return NAME_PARTS;
  if (field.type === 'location')
    return ['Latitude__s', 'Longitude__s'].map((part) => field.name.replace(/__c$/, `__${part}`));
  if (field.type !== 'address') return [];
  if (field.custom) return CUSTOM_ADDRESS_PARTS.map((part) => field.name.replace(/__c$/, `__${part}`));
  const prefix = field.name.replace(/Address$/, '');
  return ADDRESS_PARTS.map((part) => prefix + part);
}

/** The parts that a form has inputs for. */
export function shownParts(object: ObjectSchema, field: FieldSchema): readonly FieldSchema[] {
  return partsOf(object, field).filter((part) => !HIDDEN_PARTS.test(part.name));
}

/** The compound field that this field is a part of. */
export function compoundOf(object: ObjectSchema, field: FieldSchema): FieldSchema | undefined {
  return [...object.fields.values()].find((candidate) => partsOf(object, candidate).includes(field));
}
