/** `package.xml` and `destructiveChanges.xml` ("Sample package.xml Manifest Files", Metadata API Developer Guide). */
import { type ComponentName, textOf } from '../metadata/components.ts';
import { parseXml, SourceError, type XmlElement } from '../metadata/xml.ts';
import { escapeXml } from '../metadata/write-xml.ts';

export interface Manifest {
  /** By type; `*` stands for all components of a type. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  readonly version: string | undefined;
}

export function parseManifest(text: string, file: string): Manifest {
  const root = parseXml(text, file);
  if (root.name !== 'Package')
    throw new SourceError(file, root.line, `the root element is <${root.name}>, not <Package>`);
  return readManifest(root, file);
}

/** Of an element that says what such a file says. */
export function readManifest(root: XmlElement, file: string): Manifest {
  const members = new Map<string, Set<string>>();
  for (const types of root.children.filter(({ name }) => name === 'types')) {
    const type = textOf(types, 'name');
    if (type === undefined || type === '') throw new SourceError(file, types.line, '<types> needs a <name>');
    const names = types.children.filter(({ name }) => name === 'members').map(({ text }) => decodedName(text.trim()));
    members.set(type, new Set([...(members.get(type) ?? []), ...names]));
  }
  return { members, version: textOf(root, 'version') };
}

export function namedIn({ members }: Manifest): ComponentName[] {
  return [...members].flatMap(([type, names]) =>
    [...names].filter((name) => name !== '*').map((fullName) => ({ type, fullName })),
  );
}

export function names({ members }: Manifest, { type, fullName }: ComponentName): boolean {
  const named = members.get(type);
  return named !== undefined && (named.has('*') || named.has(fullName));
}

export function writeManifest(components: readonly ComponentName[], version: string): string {
  const types = [...Map.groupBy(components, ({ type }) => type)].map(([type, of]) => {
    const members = [...new Set(of.map(({ fullName }) => fullName))].sort();
    const lines = members.map((name) => `        <members>${escapeXml(name)}</members>\n`).join('');
    return `    <types>\n${lines}        <name>${type}</name>\n    </types>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
${types.join('')}    <version>${version}</version>
</Package>
`;
}

/** Characters that file systems refuse are written as in file names; a folder may end in a slash. */
export function decodedName(name: string): string {
  try {
    return decodeURIComponent(name).replace(/\/$/, '');
  } catch {
    return name;
  }
}
