/** What a zip file asks a deploy to do. */
import { readZip, type ZipFile } from '../archive/read-zip.ts';
import { ZipError } from '../archive/zip-error.ts';
import type { ComponentName, SourceComponent } from '../metadata/components.ts';
import { holderOf, metadataType } from '../metadata/metadata-types.ts';
import { SourceError } from '../metadata/xml.ts';
import type { DeployOptions } from './deploy-result.ts';
import { type Manifest, namedIn, names, parseManifest } from './manifest.ts';
import { namesOf, ownerOf } from './owner.ts';
import { decoded, LARGEST_ZIP, PACKAGE_LIMITS, packageComponents } from './package-files.ts';

/** A component that cannot be deployed, and why. */
export interface Fault extends ComponentName {
  readonly file: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly isWarning?: boolean;
}

export interface Deletion extends ComponentName {
  readonly file: string;
}

export interface Requested {
  readonly components: readonly SourceComponent[];
  readonly deletions: readonly Deletion[];
  readonly faults: readonly Fault[];
}

const DESTRUCTIVE = ['destructiveChangesPre.xml', 'destructiveChanges.xml', 'destructiveChangesPost.xml'];

/** Throws `ZipError` for an archive that cannot be read. */
export function readPackages(zip: Uint8Array, options: DeployOptions): Requested {
  if (zip.length > LARGEST_ZIP) {
    throw new ZipError(`The zip file has ${zip.length} bytes, limit is: ${LARGEST_ZIP}`, { isTooLarge: true });
  }
  const files = readZip(zip, PACKAGE_LIMITS);
  const packages = [...byFolder(files, options.singlePackage)].map(([folder, own]) =>
    readPackage(folder, own, options),
  );
  if (packages.length === 0) return readPackage('', [], options);
  return {
    components: packages.flatMap(({ components }) => components),
    deletions: packages.flatMap(({ deletions }) => deletions),
    faults: packages.flatMap(({ faults }) => faults),
  };
}

/** Each folder of the archive is a package, or the archive is one ("deploy()", `singlePackage`). */
function byFolder(files: readonly ZipFile[], single: boolean): Map<string, ZipFile[]> {
  if (single) return new Map([['', [...files]]]);
  const folderOf = (path: string) => path.slice(0, path.indexOf('/') + 1);
  const inFolders = Map.groupBy(files, ({ path }) => folderOf(path));
  return new Map(
    [...inFolders].map(([folder, own]) => [
      folder,
      own.map(({ path, data }) => ({ path: path.slice(folder.length), data })),
    ]),
  );
}

function readPackage(folder: string, files: readonly ZipFile[], options: DeployOptions): Requested {
  return new PackageReader(folder, files).read(options.allowMissingFiles);
}

const nothing: Manifest = { members: new Map(), version: undefined };

class PackageReader {
  readonly #folder: string;
  readonly #files: readonly ZipFile[];
  readonly #faults: Fault[] = [];

  constructor(folder: string, files: readonly ZipFile[]) {
    this.#folder = folder;
    this.#files = files;
  }

  read(allowMissingFiles: boolean): Requested {
    const manifest = this.#manifest('package.xml');
    if (manifest === undefined) {
      if (this.#faults.length === 0) this.#fault(new SourceError('package.xml', 1, 'No package.xml found'));
      return { components: [], deletions: [], faults: this.#faults };
    }
    const content = this.#files.filter(({ path }) => path !== 'package.xml' && !DESTRUCTIVE.includes(path));
    const all = packageComponents(content, (fault) => this.#fault(fault));
    const components = all.filter((component) => this.#isWanted(component, manifest));
    for (const { type, fullName } of namedIn(manifest)) {
      const message = missing(type, fullName, allowMissingFiles ? undefined : all);
      if (message !== undefined) {
        this.#faults.push({ type, fullName, file: `${this.#folder}package.xml`, message });
      }
    }
    const deletions = DESTRUCTIVE.flatMap((path) =>
      namedIn(this.#manifest(path) ?? nothing).map((name) => ({ ...name, file: this.#folder + path })),
    );
    return { components, deletions, faults: this.#faults };
  }

  #manifest(path: string): Manifest | undefined {
    const file = this.#files.find((candidate) => candidate.path === path);
    try {
      return file === undefined ? undefined : parseManifest(decoded(file), path);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.#fault(error);
      return undefined;
    }
  }

  #fault({ file, line, reason }: SourceError): void {
    const fullName = file.slice(file.lastIndexOf('/') + 1).replace(/\.(?!xml$).*/, '');
    this.#faults.push({ type: '', fullName, file: this.#folder + file, line, message: reason });
  }

  /** Parts that are not named are left out; a file that is not named must not be in the archive. */
  #isWanted(component: SourceComponent, manifest: Manifest): boolean {
    if (namesOf(component).some((name) => names(manifest, name))) return true;
    if (ownerOf(component) === undefined && component.type !== 'CustomObject') {
      this.#faults.push({ ...component, file: this.#folder + component.source.file, message: 'Not in package.xml' });
    }
    return false;
  }
}

function missing(type: string, fullName: string, found: readonly SourceComponent[] | undefined): string | undefined {
  if (holderOf(type) === undefined) return `Unknown type name '${type}' specified in package.xml`;
  const isThere = (component: SourceComponent) =>
    namesOf(component).some((name) => name.type === type && name.fullName === fullName);
  if (found === undefined || isFolder(type, fullName) || found.some(isThere)) return undefined;
  return `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
}

/** Folders need no file. */
function isFolder(type: string, fullName: string): boolean {
  return metadataType(type)?.folderType !== undefined && !fullName.includes('/');
}
