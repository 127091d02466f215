/**
 * Reads the compact tables that describe the standard objects.
 *
 * `object Name prefix "Label" "Plural" words…` starts an object; an indented line is a field:
 * `Name type(arguments) words… "Label" = values`. Field names, types and relationship names follow the object reference
 * of the SOAP API. Words of objects: see `ObjectTable`; of fields: `required`, `readonly`, `createonly`, `name`, `unique`,
 * `idLookup`, `nofilter`, `html`, `cascade`, `restrict`, `auto:FORMAT`, `default:VALUE`, `rel:RelationshipName`,
 * `child:ChildRelationshipName` (`children:` when the reference is polymorphic), `values:StandardValueSet`.
 * `address Prefix` stands for the fields of a compound address.
 */
import type { FieldType } from '../model.ts';

export interface FieldTable {
  readonly name: string;
  readonly type: FieldType;
  /** Length, or precision and scale, or the objects a reference may point to. */
  readonly arguments: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Words with a value: `auto`, `default`, `rel`, `child`, `values`. */
  readonly settings: ReadonlyMap<string, string>;
  readonly label: string;
  /** Picklist values in the notation of `parseValues`. */
  readonly values: string | undefined;
}

export interface ObjectTable {
  readonly name: string;
  readonly keyPrefix: string;
  readonly label: string;
  readonly labelPlural: string;
  /**
   * `viewed` (LastViewedDate, LastReferencedDate), `activity` (LastActivityDate), `master` (MasterRecordId), `created`
   * (no LastModified…), `noaudit` (no audit fields), `norecycle` (no IsDeleted), `nocreate`, `noupdate`, `nodelete`,
   * `notrigger`, `virtual` (has no rows of its own), `unfilled` (the platform makes its rows and the local org does not).
   */
  readonly words: ReadonlySet<string>;
  /** Objects that can own a record; undefined when records have no owner. */
  readonly owners: readonly string[] | undefined;
  readonly fields: readonly FieldTable[];
}

const OBJECT = /^object (?<name>\w+) (?<prefix>\w{3}) "(?<label>[^"]*)" "(?<plural>[^"]*)" ?(?<words>.*)$/;
const FIELD =
  /^ {2}(?<name>\w+) (?<type>\w+)(?:\((?<args>[^)]*)\))?(?<words>(?: [\w:{}.*-]+)*)(?: "(?<label>[^"]*)")?(?: = (?<values>.*))?$/;
const ADDRESS = /^ {2}address (?<prefix>\w+|"")$/;

export function parseTables(text: string): ObjectTable[] {
  const tables: (ObjectTable & { fields: FieldTable[] })[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const object = OBJECT.exec(line)?.groups;
    if (object !== undefined) tables.push(readObject(object));
    else tables.at(-1)?.fields.push(...readFields(line));
  }
  return tables;
}

function readObject(groups: Readonly<Record<string, string | undefined>>): ObjectTable & { fields: FieldTable[] } {
  const words = (groups.words ?? '').split(' ').filter((word) => word !== '');
  const owner = words.find((word) => word === 'owner' || word.startsWith('owner:'));
  return {
    name: groups.name ?? '',
    keyPrefix: groups.prefix ?? '',
    label: groups.label ?? '',
    labelPlural: groups.plural ?? '',
    words: new Set(words),
    owners: owner === undefined ? undefined : owner === 'owner' ? ['User'] : owner.slice('owner:'.length).split(','),
    fields: [],
  };
}

function readFields(line: string): FieldTable[] {
  const address = ADDRESS.exec(line)?.groups?.prefix;
  if (address !== undefined) return addressFields(address === '""' ? '' : address);
  const groups = FIELD.exec(line)?.groups;
  if (groups?.name === undefined || groups.type === undefined) throw new Error(`Unreadable table line: ${line}`);
  const words = new Set<string>();
  const settings = new Map<string, string>();
  for (const word of (groups.words ?? '').split(' ')) {
    const colon = word.indexOf(':');
    if (colon >= 0) settings.set(word.slice(0, colon).replace('children', 'child'), word.slice(colon + 1));
    else if (word !== '') words.add(word);
  }
  return [
    {
      name: groups.name,
      type: (groups.type === 'ref' ? 'reference' : groups.type) as FieldType,
      arguments: (groups.args ?? '').split(',').filter((argument) => argument !== ''),
      words,
      settings,
      label: groups.label ?? labelOf(groups.name),
      values: groups.values,
    },
  ];
}

/** The parts of a compound address (SOAP API Developer Guide, "Address Compound Fields"). */
function addressFields(prefix: string): FieldTable[] {
  const label = prefix === '' ? '' : `${prefix} `;
  return [
    `  ${prefix}Street textarea(255) "${label}Street"`,
    `  ${prefix}City string(40) "${label}City"`,
    `  ${prefix}State string(80) "${label}State/Province"`,
    `  ${prefix}PostalCode string(20) "${label}Zip/Postal Code"`,
    `  ${prefix}Country string(80) "${label}Country"`,
    `  ${prefix}Latitude double(18,15) "${label}Latitude"`,
    `  ${prefix}Longitude double(18,15) "${label}Longitude"`,
    `  ${prefix}GeocodeAccuracy picklist(40) "${label}Geocode Accuracy" = ${GEOCODE_ACCURACY}`,
    `  ${prefix}Address address readonly "${label}Address"`,
  ].flatMap(readFields);
}

const GEOCODE_ACCURACY = 'Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown';

/** `NumberOfEmployees` → `Number Of Employees`; acronyms stay together. */
export function labelOf(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
}
