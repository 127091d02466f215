/** The source files of one or more SFDX projects, before anything is read. */

import type { FileFacts } from './file-facts.ts';

/** One metadata file, with the files that belong to it. */
export interface SourceFile {
  /** Path as shown in messages. */
  readonly file: string;
  /** Name of the component by its file name: `Account`, `MyClass`, `Account-Account Layout`. */
  readonly name: string;
  /** The part of the file name that names the type: `object`, `field`, `cls`, `layout`, … */
  readonly suffix: string;
  /** Name of the folder under `objects/` the file stands in; undefined outside it. */
  readonly objectName: string | undefined;
  read(): string;
  readonly facts: FileFacts;
  /** The other files of the component: the code beside a `-meta.xml`, or all files of a bundle. */
  readonly content: readonly ContentFile[];
}

export interface ContentFile {
  readonly file: string;
  /** Path inside its bundle, or the file name. */
  readonly name: string;
  read(): Uint8Array;
  readonly facts: FileFacts;
}

export interface SourceProject {
  readonly files: readonly SourceFile[];
  /** Stray files, which neither format has a place for. */
  readonly unrecognised: readonly string[];
  /** `sourceApiVersion` of the first project that states one. */
  readonly apiVersion: string | undefined;
  readonly namespace: string | undefined;
  /** Features of the scratch orgs that the projects are made for. */
  readonly features?: readonly string[];
  /** Facts of every file by its full path, for when the project is loaded again. */
  readonly facts: ReadonlyMap<string, FileFacts>;
}
