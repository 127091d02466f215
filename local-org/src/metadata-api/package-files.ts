/** Reads the files of a package in metadata format ("Deploying and Retrieving Metadata with the Zip File", Metadata API Developer Guide). */
import { readZip, type ZipFile } from '../archive/read-zip.ts';
import { ZipError } from '../archive/zip-error.ts';
import { componentsOf, type SourceComponent } from '../metadata/components.ts';
import { folderSuffix, type MetadataType, typeOfDirectory } from '../metadata/metadata-types.ts';
import { parseXml, SourceError } from '../metadata/xml.ts';
import { FileFacts } from '../project/file-facts.ts';
import type { ContentFile, SourceFile } from '../project/source-project.ts';
import { decodedName } from './manifest.ts';

/** "Deploying and Retrieving Metadata with the Zip File": 10,000 files of 629,145,600 bytes, which zipped are 39 MB at most. */
export const PACKAGE_LIMITS = { files: 10_000, bytes: 600 * 1024 * 1024 };
export const LARGEST_ZIP = 39 * 1024 * 1024;

const META = '-meta.xml';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What the files say; what cannot be read goes to `onFault`. Paths are relative to the package. */
export function packageComponents(files: readonly ZipFile[], onFault: (fault: SourceError) => void): SourceComponent[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const sources = files.flatMap((file) => {
    try {
      return sourceFile(file, byPath) ?? [];
    } catch (error) {
      if (error instanceof SourceError) onFault(error);
      else if (error instanceof ZipError) onFault(new SourceError(file.path, 1, error.message));
      else throw error;
      return [];
    }
  });
  return sources.flatMap(componentsOf);
}

/** Undefined for files that are part of another's component. Throws `SourceError` for what is no component. */
function sourceFile(file: ZipFile, files: ReadonlyMap<string, ZipFile>): SourceFile | undefined {
  const { path } = file;
  const type = typeOfDirectory(path.slice(0, Math.max(0, path.indexOf('/'))));
  if (type === undefined) throw new SourceError(path, 1, 'The file lies in no directory of a metadata type');
  if (type.kind === 'bundle') return path.endsWith(META) ? bundle(file, files) : undefined;
  if (type.kind === 'code' && !path.endsWith(META)) {
    if (!files.has(path + META)) throw new SourceError(path, 1, `The file ${path}${META} is missing`);
    return undefined;
  }
  if (type.folderType !== undefined && path.endsWith(META) && path.split('/').length === 2) {
    return xmlFile(file, folderName(path), folderSuffix(type.folderType), []);
  }
  return xmlFile(
    file,
    componentName(path, type),
    type.suffix ?? '',
    type.kind === 'code' ? contentOf(file, files) : [],
  );
}

function folderName(path: string): string {
  return baseName(path)
    .slice(0, -META.length)
    .replace(/\.\w+Folder$/, '');
}

function componentName(path: string, { suffix }: MetadataType): string {
  const name = baseName(path.endsWith(META) ? path.slice(0, -META.length) : path);
  if (!name.endsWith(`.${suffix}`)) throw new SourceError(path, 1, `The file name does not end in .${suffix}`);
  return name.slice(0, -`.${suffix}`.length);
}

function bundle(meta: ZipFile, files: ReadonlyMap<string, ZipFile>): SourceFile {
  const folder = meta.path.split('/').slice(0, 2).join('/');
  const content = [...files.values()].filter(({ path }) => path !== meta.path && path.startsWith(`${folder}/`));
  return xmlFile(
    meta,
    baseName(folder),
    'js',
    content.map((part) => contentFile(part.path, part.path.slice(folder.length + 1), part.data)),
  );
}

function contentOf(meta: ZipFile, files: ReadonlyMap<string, ZipFile>): ContentFile[] {
  const path = meta.path.slice(0, -META.length);
  const file = files.get(path);
  if (file === undefined) throw new SourceError(meta.path, 1, `The file ${path} is missing`);
  if (!path.endsWith('.resource')) decoded(file);
  else if (isZipResource(meta)) return unpackedResource(path, file.data);
  return [contentFile(path, baseName(path), file.data)];
}

function isZipResource(meta: ZipFile): boolean {
  return /<contentType>\s*application\/(?:x-)?zip/.test(decoded(meta));
}

/** Pages ask for the files inside of a resource by their paths. */
function unpackedResource(path: string, data: Uint8Array): ContentFile[] {
  const folder = baseName(path).slice(0, -'.resource'.length);
  return readZip(data, PACKAGE_LIMITS).map((file) =>
    contentFile(`${path}/${file.path}`, `${folder}/${file.path}`, file.data),
  );
}

/** Fails early for XML that cannot be read. */
function xmlFile(file: ZipFile, name: string, suffix: string, content: readonly ContentFile[]): SourceFile {
  const text = decoded(file);
  const facts = new FileFacts('');
  facts.get('xml', () => parseXml(text, file.path));
  return { file: file.path, name: decodedName(name), suffix, objectName: undefined, read: () => text, facts, content };
}

function contentFile(file: string, name: string, data: Uint8Array): ContentFile {
  return { file, name, read: () => data, facts: new FileFacts('') };
}

export function decoded({ path, data }: ZipFile): string {
  try {
    return utf8.decode(data);
  } catch {
    throw new SourceError(path, 1, 'Error parsing file: the file is not in UTF-8');
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
