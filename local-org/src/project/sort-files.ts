/** Puts the files of a source tree together into components. */
import type { FileFacts } from './file-facts.ts';
import type { ContentFile, SourceFile } from './source-project.ts';

/** A file of the tree; `path` is relative to the project, with `/`. */
export interface TreeFile {
  readonly path: string;
  /** Path as shown in messages. */
  readonly file: string;
  read(): Uint8Array;
  readonly facts: FileFacts;
}

const META = /^(?<name>.+)\.(?<suffix>[^.]+)-meta\.xml$/;
/** Folders whose components are folders of their own, in the order of `describeMetadata`. */
const BUNDLE_FOLDERS = new Set([
  'lwc',
  'aura',
  'experiences',
  'waveTemplates',
  'digitalExperiences',
  'genAiFunctions',
  'genAiPlannerBundles',
]);
const decoder = new TextDecoder();

/**
 * The components of the tree, and the files that belong to none. Folders with a `package.xml` are in metadata format, in which
 * a file without `-meta.xml` is a component, too ("Metadata Components and Types", Metadata API Developer Guide).
 */
export function sortFiles(tree: readonly TreeFile[]): { files: SourceFile[]; rest: string[] } {
  const below = filesBelow(tree);
  const taken = new Set<string>();
  const files: SourceFile[] = [];
  for (const file of tree) {
    const match = META.exec(baseName(file.path));
    const { name, suffix } = match?.groups ?? {};
    if (name === undefined || suffix === undefined) continue;
    taken.add(file.path);
    const content = contentOf(file, name, suffix, below);
    for (const part of content) taken.add(part.path);
    files.push({
      file: file.file,
      name: decodeURIComponentSafe(name),
      suffix,
      objectName: objectFolder(file.path),
      read: () => decoder.decode(file.read()),
      facts: file.facts,
      content: content.map((part) => toContent(part, file)),
    });
  }
  const packages = new Set(tree.filter(isManifest).map(({ path }) => folderOf(path)));
  const rest = tree.filter((file) => !taken.has(file.path));
  const components = rest.filter((file) => isInPackage(file.path, packages) && isXml(file));
  return {
    files: [...files, ...components.map(inMetadataFormat)],
    rest: rest.filter((file) => !components.includes(file) && !isManifest(file)).map(({ file }) => file),
  };
}

function isManifest({ path }: TreeFile): boolean {
  return baseName(path) === 'package.xml';
}

/** Components lie in a folder of their type, in the package's folder. */
function isInPackage(path: string, packages: ReadonlySet<string>): boolean {
  for (let folder = folderOf(folderOf(path)); folder !== ''; folder = folderOf(folder)) {
    if (packages.has(folder)) return true;
  }
  return path.includes('/') && packages.has('');
}

function isXml(file: TreeFile): boolean {
  return /\.\w+$/.test(file.path) && /^\uFEFF?\s*<\?xml/.test(decoder.decode(file.read().subarray(0, 64)));
}

function inMetadataFormat(file: TreeFile): SourceFile {
  const name = baseName(file.path);
  return {
    file: file.file,
    name: decodeURIComponentSafe(stem(name)),
    suffix: name.slice(stem(name).length + 1),
    objectName: undefined,
    read: () => decoder.decode(file.read()),
    facts: file.facts,
    content: [],
  };
}

/** What else belongs to the component of this `-meta.xml`. */
function contentOf(
  meta: TreeFile,
  name: string,
  suffix: string,
  below: (path: string) => readonly TreeFile[],
): readonly TreeFile[] {
  const folder = folderOf(meta.path);
  if (BUNDLE_FOLDERS.has(baseName(folderOf(folder)))) return below(folder).filter((file) => file !== meta);
  if (suffix !== 'resource') return below(inFolder(folder, `${name}.${suffix}`)).filter(isNoMeta);
  const unpacked = below(inFolder(folder, name)).filter(({ path }) => folderOf(path) !== folder);
  if (unpacked.length > 0) return unpacked;
  return below(folder).filter(
    (file) => folderOf(file.path) === folder && isNoMeta(file) && stem(baseName(file.path)) === name,
  );
}

function isNoMeta({ path }: TreeFile): boolean {
  return !META.test(baseName(path));
}

/** Finds the files of a folder, those in folders inside it too; and a file by its own path. */
function filesBelow(tree: readonly TreeFile[]): (path: string) => readonly TreeFile[] {
  const found = new Map<string, TreeFile[]>();
  for (const file of tree) {
    for (let path = file.path; path !== ''; path = folderOf(path)) {
      const files = found.get(path);
      if (files === undefined) found.set(path, [file]);
      else files.push(file);
    }
  }
  return (path) => (path === '' ? tree : (found.get(path) ?? []));
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function toContent(part: TreeFile, meta: TreeFile): ContentFile {
  const folder = folderOf(meta.path);
  return { file: part.file, name: part.path.slice(folder.length + 1), read: () => part.read(), facts: part.facts };
}

/** Files of an object stand in `objects/<Object>/` or one folder deeper. */
function objectFolder(path: string): string | undefined {
  const parts = path.split('/');
  const at = parts.lastIndexOf('objects');
  return at >= 0 && at < parts.length - 2 ? parts[at + 1] : undefined;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stem(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** Source format writes characters that file systems refuse as `%28`. */
function decodeURIComponentSafe(name: string): string {
  return /%[\da-fA-F]{2}/.test(name) ? decodeURIComponent(name) : name;
}
