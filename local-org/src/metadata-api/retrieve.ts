/** Packs components into a zip file ("retrieve()", Metadata API Developer Guide). */
import { writeZip } from '../archive/write-zip.ts';
import type { ZipFile } from '../archive/read-zip.ts';
import type { ComponentName, SourceComponent } from '../metadata/components.ts';
import { holderOf, metadataType, OBJECT_PARTS } from '../metadata/metadata-types.ts';
import { writeXml } from '../metadata/write-xml.ts';
import type { XmlElement } from '../metadata/xml.ts';
import { pathOf } from './component-path.ts';
import { namesOf } from './owner.ts';
import { type Manifest, namedIn, names, writeManifest } from './manifest.ts';

export interface RetrieveOptions {
  readonly manifest: Manifest;
  readonly singlePackage: boolean;
  readonly apiVersion: string;
}

export interface RetrievedComponent extends ComponentName {
  readonly fileName: string;
}

export interface Retrieved {
  readonly zip: Buffer;
  readonly components: readonly RetrievedComponent[];
  readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
}

const ELEMENT_OF_PART = new Map(Object.entries(OBJECT_PARTS).map(([element, { type }]) => [type, element]));

/** Components that the org does not have become messages. */
export function retrieve(all: Iterable<SourceComponent>, options: RetrieveOptions): Retrieved {
  const { manifest, singlePackage, apiVersion } = options;
  const components = [...all].filter((component) => isAsked(manifest, component));
  const folder = singlePackage ? '' : 'unpackaged/';
  const files = filesOf(components).map(({ path, data }) => ({ path: folder + path, data }));
  const messages = namedIn(manifest)
    .filter(({ type, fullName }) => !components.some((found) => answers(found, type, fullName)))
    .map(({ type, fullName }) => ({
      fileName: `${folder}package.xml`,
      problem:
        holderOf(type) === undefined
          ? `Unknown type name '${type}' specified in package.xml`
          : `Entity of type '${type}' named '${fullName}' cannot be found`,
    }));
  const listed = writeManifest(components, manifest.version ?? apiVersion);
  return {
    zip: writeZip([...files, { path: `${folder}package.xml`, data: Buffer.from(listed) }]),
    components: components.map((component) => ({
      type: component.type,
      fullName: component.fullName,
      fileName: folder + pathOf(component),
    })),
    messages,
  };
}

function isAsked(manifest: Manifest, component: SourceComponent): boolean {
  return namesOf(component).some((name) => names(manifest, name));
}

function answers(component: SourceComponent, type: string, fullName: string): boolean {
  return namesOf(component).some((name) => name.type === type && name.fullName === fullName);
}

function filesOf(components: readonly SourceComponent[]): ZipFile[] {
  const byPath = Map.groupBy(components, pathOf);
  return [...byPath].flatMap(([path, parts]) => {
    const [first] = parts;
    const holder = holderOf(first.type);
    if (holder?.name === 'CustomObject') return [{ path, data: xml(wholeOf('CustomObject', parts)) }];
    if (holder?.name === 'CustomLabels') return [{ path, data: xml(wholeOf('CustomLabels', parts)) }];
    return ownFiles(first, path);
  });
}

/** One root with the elements of all: an object's own, and each part as the element that holds it. */
export function wholeOf(name: string, parts: readonly SourceComponent[]): XmlElement {
  const children = parts.flatMap(({ type, fullName, root }) => {
    const element = ELEMENT_OF_PART.get(type);
    if (element === undefined) return root.children;
    const named = {
      ...root,
      name: 'fullName',
      children: [],
      attributes: {},
      text: fullName.split('.').slice(1).join('.'),
    };
    return [{ ...root, name: element, attributes: {}, children: [named, ...withoutName(root)] }];
  });
  const sorted = children.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  return { name, attributes: {}, children: sorted, text: '', line: 1 };
}

function withoutName(root: XmlElement): XmlElement[] {
  return root.children.filter(({ name }) => name !== 'fullName');
}

function ownFiles(component: SourceComponent, path: string): ZipFile[] {
  const { type, source, root } = component;
  const kind = metadataType(type)?.kind;
  if (kind === undefined || kind === 'xml') return [{ path, data: xml(root) }];
  if (kind === 'bundle') {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return [
      { path, data: xml(root) },
      ...source.content.map((part) => ({ path: folder + part.name, data: part.read() })),
    ];
  }
  return [
    { path: `${path}-meta.xml`, data: xml(root) },
    { path, data: packed(component) },
  ];
}

/** A static resource of several files is an archive. */
function packed({ source: { name, content } }: SourceComponent): Uint8Array {
  const inside = content.filter((part) => part.name.startsWith(`${name}/`));
  if (inside.length === 0) return content[0].read();
  return writeZip(inside.map((part) => ({ path: part.name.slice(name.length + 1), data: part.read() })));
}

function xml(root: XmlElement): Uint8Array {
  return Buffer.from(writeXml(root));
}
