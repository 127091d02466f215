/**
 * Writes `catalogue.txt`, what is known of the standard objects that have no table of their own here, from the `sobject-types`
 * jar of the apex-dev-tools project (BSD-3-Clause), which comes with @salesforce/code-analyzer-pmd-engine. Needs a JDK:
 *
 *     node local-org/src/schema/standard/generate-catalogue.ts
 *
 * `catalogue.ts` explains the notation.
 */
import { execFileSync } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const [jar] = globSync(`${root}/node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/sobject-types-*.jar`);
if (jar === undefined) throw new Error('The sobject-types jar is not installed');

const prefix = 'com.nawforce.runforce.';
const objects = `${prefix}SObjects.`;
/** Objects that follow from others, and are noted there. */
const DERIVED = /^(?<parent>\w+)(?<kind>Share|History|Feed|ChangeEvent)$/;
const AUDIT = ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];
/** Relationships that the jar does not show (Object Reference, "FlowDefinitionView"). */
const CORRECTIONS: Readonly<Record<string, string>> = {
  'FlowDefinitionView.TriggerObjectOrEventId': 'TriggerObjectOrEventId>EntityDefinition',
};
const LETTERS: Readonly<Record<string, string>> = {
  Boolean: 'b',
  Integer: 'i',
  Long: 'i',
  Decimal: 'n',
  Double: 'n',
  Date: 'd',
  Datetime: 'D',
  Time: 't',
  Blob: 'B',
  Address: 'A',
  Location: 'L',
};

interface JavaField {
  readonly name: string;
  readonly type: string;
}

const classNames = execFileSync('unzip', ['-Z1', jar], { encoding: 'utf8' })
  .split('\n')
  .filter((entry) => entry.endsWith('.class') && !entry.includes('$'))
  .map((entry) => entry.slice(0, -'.class'.length).replaceAll('/', '.'))
  .filter((name) => name.startsWith(objects))
  .sort();

const listing = execFileSync('javap', ['-public', '-cp', jar, ...classNames], {
  encoding: 'utf8',
  maxBuffer: 1 << 30,
});

/** Fields by object. */
const all = new Map<string, JavaField[]>();
for (const text of listing.split(/^}\n/m)) {
  const name = /^public .*class \S+\.SObjects\.(\w+) /m.exec(text)?.[1];
  if (name === undefined || name.includes('__')) continue;
  const fields = [...text.matchAll(/^ {2}public (\S+) (\w+);$/gm)].map(([, type, field]) => ({ name: field, type }));
  all.set(name, fields);
}

function isRecord({ type }: JavaField): boolean {
  return type.startsWith(objects) && !type.endsWith('[]');
}

function targetOf({ type }: JavaField): string {
  return type.slice(objects.length).replace('[]', '');
}

/** Relationship fields of an object: the id's field and what it points to. */
function references(
  fields: readonly JavaField[],
): { readonly id: string; readonly name: string; readonly target: string }[] {
  const names = new Set(fields.map(({ name }) => name));
  return fields.flatMap((field) => {
    if (!isRecord(field)) return [];
    const id = [`${field.name}Id`, field.name].find((name) => name !== field.name && names.has(name));
    return id === undefined ? [] : [{ id, name: field.name, target: targetOf(field) }];
  });
}

/** Name of the children of `parent` that a reference makes, when only one can. */
function childName(child: string, id: string, parent: string): string | undefined {
  const toParent = references(all.get(child) ?? []).filter(({ target }) => target === parent);
  const lists = (all.get(parent) ?? []).filter((field) => field.type === `${objects}${child}[]`);
  return toParent.length === 1 && toParent[0].id === id && lists.length === 1 ? lists[0].name : undefined;
}

function line(name: string, fields: readonly JavaField[]): string {
  const names = new Set(fields.map((field) => field.name));
  const words = [name];
  if (AUDIT.every((field) => names.has(field))) words.push('+audit');
  if (names.has('IsDeleted')) words.push('+deleted');
  for (const kind of ['Share', 'History', 'Feed', 'ChangeEvent']) if (all.has(name + kind)) words.push(`+${kind}`);
  const known = new Set(['Id', 'IsDeleted', ...(words.includes('+audit') ? AUDIT : [])]);
  const relations = new Map(references(fields).map((relation) => [relation.id, relation]));
  for (const field of fields) {
    if (known.has(field.name) || !field.type.startsWith(`${prefix}System.`) || field.type.endsWith('[]')) continue;
    const corrected = CORRECTIONS[`${name}.${field.name}`];
    if (corrected !== undefined) {
      words.push(corrected);
      continue;
    }
    const relation = relations.get(field.name);
    if (relation !== undefined) {
      const children = childName(name, field.name, relation.target);
      words.push(`${field.name}>${relation.target}${children === undefined ? '' : `/${children}`}`);
      continue;
    }
    const letter = LETTERS[field.type.slice(`${prefix}System.`.length)];
    words.push(letter === undefined ? field.name : `${field.name}:${letter}`);
  }
  return words.join(' ');
}

const lines = [...all]
  .filter(([name, fields]) => {
    const derived = DERIVED.exec(name)?.groups?.parent;
    return fields.length > 2 && (derived === undefined || !all.has(derived));
  })
  .map(([name, fields]) => line(name, fields));
const notice = [
  '# Standard objects. Generated by generate-catalogue.ts; do not edit.',
  '# From sobject-types of apex-dev-tools, Copyright (c) 2021 Kevin Jones and Certinia Inc., BSD-3-Clause licence.',
];
writeFileSync(fileURLToPath(new URL('catalogue.txt', import.meta.url)), `${[...notice, ...lines].join('\n')}\n`);
