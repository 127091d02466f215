/** Takes source files apart into components, as the Metadata API counts them. */
import { contentHash } from '../project/content-hash.ts';
import { FileFacts } from '../project/file-facts.ts';
import type { SourceFile, SourceProject } from '../project/source-project.ts';
import { NAMED_ELEMENTS, OBJECT_PARTS } from './metadata-types.ts';
import { writeXml } from './write-xml.ts';
import { parseXml, SourceError, type XmlElement } from './xml.ts';

export interface ComponentName {
  readonly type: string;
  /** Of a part of an object: `Object.Part`; of what lies in folders: `Folder/Name`. */
  readonly fullName: string;
}

export interface SourceComponent extends ComponentName {
  /** A file that holds this component and nothing else. */
  readonly source: SourceFile;
  readonly root: XmlElement;
}

const IN_FOLDERS = new Set(['EmailTemplate', 'Report', 'Dashboard']);
const PART_TYPES = new Set(Object.values(OBJECT_PARTS).map(({ type }) => type));

export function componentKey({ type, fullName }: ComponentName): string {
  return `${type} ${fullName}`;
}

/** By `componentKey`. Of a component that stands in several files, the last. */
export function projectComponents(project: SourceProject): Map<string, SourceComponent> {
  return new Map(project.files.flatMap(componentsOf).map((component) => [componentKey(component), component]));
}

/** None when the file cannot be read. */
export function componentsOf(file: SourceFile): readonly SourceComponent[] {
  const root = rootOf(file);
  if (root === undefined) return [];
  if (root.name === 'CustomObject') return file.facts.get('components', () => objectComponents(file, root));
  if (root.name === 'CustomLabels') return file.facts.get('components', () => labelComponents(file, root));
  return [{ type: typeOf(root), fullName: fullNameOf(file, root), source: file, root }];
}

/** What of the component a manifest can name beside itself. */
export function namedElements({ type, fullName, root }: SourceComponent): ComponentName[] {
  const types = NAMED_ELEMENTS[type] ?? {};
  return root.children.flatMap((child) => {
    const elementType = types[child.name];
    const name = textOf(child, 'fullName');
    return elementType === undefined || name === undefined
      ? []
      : [{ type: elementType, fullName: `${fullName}.${name}` }];
  });
}

/** Differs when what the component says differs. */
export function digestOf({ source }: SourceComponent): string {
  return [contentHash(source), ...source.content.map((part) => `${part.name} ${contentHash(part)}`)].join('\n');
}

/** Whether two components of one name say the same, however they are written. */
export function saysSame(one: SourceComponent, other: SourceComponent): boolean {
  return meaningOf(one) === meaningOf(other);
}

function meaningOf({ root, source }: SourceComponent): string {
  const named = root.children.filter(({ name }) => name !== 'fullName');
  const children = named.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  const content = source.content.map((part) => `${part.name} ${contentHash(part)}`).sort();
  return [writeXml({ ...root, attributes: {}, children }), ...content].join('\n');
}

/** A file with this component alone. */
export function fileOf(file: Omit<SourceFile, 'read' | 'facts'>, root: XmlElement): SourceFile {
  const facts = new FileFacts('');
  facts.get('xml', () => root);
  return { ...file, read: () => facts.get('text', () => writeXml(root)), facts };
}

function rootOf(file: SourceFile): XmlElement | undefined {
  try {
    return file.facts.get('xml', () => parseXml(file.read(), file.file));
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

function typeOf(root: XmlElement): string {
  return root.name.endsWith('Settings') ? 'Settings' : root.name;
}

function fullNameOf({ file, name, objectName }: SourceFile, root: XmlElement): string {
  if (PART_TYPES.has(root.name)) return `${objectName ?? ''}.${textOf(root, 'fullName') ?? name}`;
  return IN_FOLDERS.has(root.name) ? `${file.replaceAll('\\', '/').split('/').at(-2) ?? ''}/${name}` : name;
}

function objectComponents(file: SourceFile, root: XmlElement): SourceComponent[] {
  const objectName = file.objectName ?? file.name;
  const own = root.children.filter(({ name }) => !Object.hasOwn(OBJECT_PARTS, name));
  const parts = root.children.flatMap((child) => {
    const part = OBJECT_PARTS[child.name];
    const name = textOf(child, 'fullName');
    if (part === undefined || name === undefined) return [];
    const partRoot = { ...child, name: part.type };
    const source = fileOf({ file: file.file, name, suffix: part.suffix, objectName, content: [] }, partRoot);
    return [{ type: part.type, fullName: `${objectName}.${name}`, source, root: partRoot }];
  });
  if (parts.length === 0) return [{ type: root.name, fullName: objectName, source: file, root }];
  if (own.length === 0) return parts;
  const definition = { ...root, children: own };
  const source = fileOf({ ...file, objectName }, definition);
  return [{ type: root.name, fullName: objectName, source, root: definition }, ...parts];
}

function labelComponents(file: SourceFile, root: XmlElement): SourceComponent[] {
  return root.children.map((label) => {
    const alone = { ...root, children: [label] };
    const fullName = textOf(label, 'fullName') ?? '';
    return { type: 'CustomLabel', fullName, source: fileOf(file, alone), root: alone };
  });
}

export function textOf(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text.trim();
}
