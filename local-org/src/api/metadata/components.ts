/** `createMetadata`, `readMetadata` and their like ("CRUD-Based Metadata Calls", Metadata API Developer Guide). */
import {
  changeComponent,
  type ChangeKind,
  type ChangeResult,
  deleteComponent,
  readComponent,
} from '../../metadata-api/change-components.ts';
import { writeElement } from '../../metadata/write-xml.ts';
import { localName, type XmlElement } from '../../metadata/xml.ts';
import { OrgError } from '../../schema/errors.ts';
import { textOf, toXml } from '../soap/envelope.ts';
import type { MetadataCall } from './soap.ts';
import { withoutPrefixes } from './without-prefixes.ts';

/** "Limit: 10 (For CustomMetadata and CustomApplication only, the limit is 200.)" */
const MOST = 10;
const MOST_OF: Readonly<Record<string, number>> = { CustomMetadata: 200, CustomApplication: 200 };

export function changeMetadata(kind: ChangeKind) {
  return ({ state, body }: MetadataCall): string => {
    const given = body.children.filter(({ name }) => localName(name) === 'metadata');
    requireCount(given.length, typeOf(given[0]));
    const results = given.map((element) => {
      const name = { type: typeOf(element), fullName: textOf(element, 'fullName')?.trim() ?? '' };
      const root = { ...element, name: name.type, attributes: {}, text: '', children: contentOf(element) };
      return changeComponent(state.org, name, root, kind, state.deploys.findBrokenReferences);
    });
    return results.map((result) => saveResult(result, kind === 'upsert')).join('');
  };
}

export function deleteMetadata({ state, body }: MetadataCall): string {
  const type = textOf(body, 'type') ?? '';
  return fullNames(body, type)
    .map((fullName) => deleteComponent(state.org, { type, fullName }, state.deploys.findBrokenReferences))
    .map((result) => saveResult(result, false))
    .join('');
}

/** A record without a value for each name that the org does not have. */
export function readMetadata({ state, body }: MetadataCall): string {
  const type = textOf(body, 'type') ?? '';
  const records = fullNames(body, type).map((fullName) => {
    const root = readComponent(state.org, { type, fullName });
    if (root === undefined) return '<records xsi:nil="true"/>';
    const named = { name: 'fullName', attributes: {}, children: [], text: fullName, line: 1 };
    const children = [named, ...root.children.filter(({ name }) => name !== 'fullName')];
    return writeElement({ ...root, name: 'records', attributes: { 'xsi:type': type }, children });
  });
  return `<result>${records.join('')}</result>`;
}

function saveResult({ fullName, success, created, error }: ChangeResult, isUpsert: boolean): string {
  return toXml('result', { created: isUpsert ? created : undefined, errors: error, fullName, success });
}

function fullNames(body: XmlElement, type: string): string[] {
  const names = body.children.filter(({ name }) => localName(name) === 'fullNames').map(({ text }) => text.trim());
  requireCount(names.length, type);
  return names;
}

function requireCount(count: number, type: string): void {
  const most = MOST_OF[type] ?? MOST;
  if (count > most)
    throw new OrgError('LIMIT_EXCEEDED', `Too many components in one call: ${count}, limit is: ${most}`);
}

function typeOf(element: XmlElement | undefined): string {
  return localName(element?.attributes['xsi:type'] ?? '');
}

/** All but the name of the component itself. */
function contentOf(element: XmlElement): XmlElement[] {
  return element.children.map(withoutPrefixes).filter(({ name }) => name !== 'fullName');
}
