/**
 * Standard objects and fields that have no table here. They are part of the schema of projects that name them.
 *
 * A line of `catalogue.txt` is an object: its name, `+audit` and `+deleted` when it has those system fields, `+Share`, `+History`,
 * … for the objects that go with it, then its fields. `Name:b` has a type (b boolean, i int, n double, d date, D datetime, t time,
 * B base64, A address, L location; text else), `AccountId>Account/Cases` points to an object, as which child relationship.
 */
import { readFileSync } from 'node:fs';
import type { FieldType } from '../model.ts';
import { keyPrefixOf } from './catalogue-prefixes.ts';
import { labelOf, type FieldTable, type ObjectTable } from './table.ts';

/** Words of the project's source in lower case, which may be names. */
export type Mentions = ReadonlySet<string>;

const TYPES: Readonly<Record<string, FieldType>> = {
  b: 'boolean',
  i: 'int',
  n: 'double',
  d: 'date',
  D: 'datetime',
  t: 'time',
  B: 'base64',
  A: 'address',
  L: 'location',
};

/** Fields of features that a new org has not switched on: person accounts, several currencies, territories, divisions, record types. */
const OPTIONAL =
  /^(CurrencyIsoCode|Division|RecordTypeId|Is(Customer|Partner)?PersonAccount|Person[A-Z]\w*|Territory2Id|Connection(Received|Sent)Id|\w+(State|Country)Code|(State|Country)Code|Jigsaw\w*)$/;
/** The same for fields of one object whose names others carry rightly: parts of a person's name, terms of a relationship. */
const OPTIONAL_OF = new Map([
  ['Account', /^(FirstName|LastName|MiddleName|Salutation|Suffix|EffectiveDate|EndDate|IsActive)$/],
]);
/** Objects of those features: the org has none of them. */
const OPTIONAL_OBJECTS = new Set(['currencytype', 'datedconversionrate']);
/** Child relationships of references to several objects, which the catalogue's source does not name. */
const CHILDREN_OF = new Map([['ListEmail.RelatedToId', 'ListEmails']]);
/** Types that matter to queries, which the catalogue's source shows as text ("Object Reference"). */
const TYPE_OF = new Map<string, FieldType>([['QuickText.Channel', 'multipicklist']]);
const LONG_TEXT = /(Body|Description|Message|Comments?|Html|Text|Notes|Value|Xml|Metadata)$/;
const PLATFORM_MADE = /^(Last(Viewed|Referenced)Date|UserRecordAccessId|RecordVisibilityId)$/;

/** The local org has no Experience Cloud sites, and no settings that users make for themselves. */
const KNOWN_TO_BE_NONE = new Set(['Network', 'NetworkMember', 'NetworkMemberGroup', 'Site', 'UserPreference']);

let entries: ReadonlyMap<string, string> | undefined;

/** Lines by object, in lower case. */
function catalogue(): ReadonlyMap<string, string> {
  entries ??= new Map(
    readFileSync(new URL('catalogue.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line.slice(0, line.indexOf(' ')).toLowerCase(), line]),
  );
  return entries;
}

/** Objects of the catalogue that the project names and that are not in `known` (lower case). */
export function mentionedObjects(mentions: Mentions, known: ReadonlyMap<string, unknown>): ObjectTable[] {
  return [...catalogue()]
    .filter(([name]) => !known.has(name) && !OPTIONAL_OBJECTS.has(name) && isMentioned(name, mentions))
    .map(([, line]) => objectTable(line));
}

/** An object is also meant by those that go with it. */
function isMentioned(name: string, mentions: Mentions): boolean {
  return mentions.has(name) || ['changeevent', 'history', 'share'].some((kind) => mentions.has(name + kind));
}

/** Whether records of this object name their currency, in an org with several. */
export function isInCurrency(object: string): boolean {
  return catalogue().get(object.toLowerCase())?.includes(' CurrencyIsoCode ') === true;
}

/** Whether there is an object of the history of this one. */
export function hasHistory(object: string): boolean {
  return catalogue().get(object.toLowerCase())?.includes(' +History') === true;
}

/** Fields of this object that the project names and that `known` (lower case) does not have. */
export function mentionedFields(object: string, mentions: Mentions, known: ReadonlyMap<string, unknown>): FieldTable[] {
  const line = catalogue().get(object.toLowerCase());
  if (line === undefined) return [];
  return fieldTables(line).filter(({ name, settings }) => {
    const relation = settings.get('rel') ?? name;
    const named = mentions.has(name.toLowerCase()) || mentions.has(relation.toLowerCase());
    return named && !known.has(name.toLowerCase());
  });
}

/** References to objects that are not built (`names` in lower case are) become ids that lead nowhere. */
export function withKnownTargets(fields: readonly FieldTable[], names: ReadonlySet<string>): FieldTable[] {
  return fields.map((field) => {
    const isKnown = field.arguments.every((target) => target.startsWith('*') || names.has(target.toLowerCase()));
    return field.type !== 'reference' || isKnown ? field : { ...field, type: 'string', arguments: ['18'] };
  });
}

/** What of the words decides about the schema, as a key to compare. */
export function schemaKey(mentions: Mentions): string {
  const objects = [...catalogue().keys()].filter((name) => isMentioned(name, mentions));
  const vocabulary = new Set([...catalogue().values()].flatMap((line) => line.toLowerCase().match(/(?<= )\w+/g) ?? []));
  return [...objects, ...[...mentions].filter((word) => vocabulary.has(word)).sort()].join(' ');
}

function objectTable(line: string): ObjectTable {
  const [name, ...parts] = line.split(' ');
  const flags = new Set(parts.filter((part) => part.startsWith('+')).map((part) => part.slice(1)));
  const owner = parts.find((part) => part.startsWith('OwnerId>'));
  const words = new Set<string>();
  if (!flags.has('audit')) words.add('noaudit');
  // What cannot be deleted into the recycle bin is made by the platform or in Setup: that there is none would be a guess.
  if (!flags.has('deleted')) ['norecycle', 'notrigger'].forEach((word) => words.add(word));
  if (!flags.has('deleted') && !KNOWN_TO_BE_NONE.has(name)) words.add('unfilled');
  return {
    name,
    keyPrefix: keyPrefixOf(name) ?? '',
    label: labelOf(name),
    labelPlural: `${labelOf(name)}s`,
    words,
    owners: owner === undefined ? undefined : owner.endsWith('>User') ? ['User'] : ['Group', 'User'],
    fields: fieldTables(line),
  };
}

function fieldTables(line: string): FieldTable[] {
  const [object = '', ...parts] = line.split(' ');
  return parts
    .filter((part) => !part.startsWith('+') && !part.startsWith('OwnerId>'))
    .map((part) => fieldTable(object, part))
    .filter(({ name }) => !OPTIONAL.test(name) && OPTIONAL_OF.get(object)?.test(name) !== true);
}

function fieldTable(object: string, part: string): FieldTable {
  const [, name, , letter, , target, named] = /^(\w+)((?::(\w))|(>(\w+)(?:\/(\w+))?))?$/.exec(part)!;
  const words = new Set<string>();
  if (name === 'Name') words.add('name');
  if (PLATFORM_MADE.test(name)) words.add('readonly');
  const settings = new Map<string, string>();
  const children = named ?? CHILDREN_OF.get(`${object}.${name}`);
  if (children !== undefined) settings.set('child', children);
  const known = TYPE_OF.get(`${object}.${name}`) ?? (letter === undefined ? textType(name) : TYPES[letter]);
  const type = target === undefined ? known : 'reference';
  return { name, type, arguments: argumentsOf(type, target), words, settings, label: labelOf(name), values: undefined };
}

function textType(name: string): FieldType {
  if (/Email$/.test(name)) return 'email';
  if (/(Phone|Fax)$/.test(name)) return 'phone';
  if (/(Url|Website)$/.test(name)) return 'url';
  return LONG_TEXT.test(name) ? 'textarea' : 'string';
}

function argumentsOf(type: FieldType, target: string | undefined): readonly string[] {
  if (target !== undefined) return [target === 'Name' ? '*record' : target];
  if (type === 'double') return ['18', '6'];
  return type === 'textarea' ? ['32000'] : [];
}
