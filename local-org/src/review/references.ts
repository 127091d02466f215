/** Finds metadata that refers to what does not exist: a deploy to the platform would be refused for it. */
import type { Metadata } from '../metadata/metadata.ts';
import { readMetadata } from '../metadata/read.ts';
import { failAtOnce } from '../metadata/source-faults.ts';
import { loadProject } from '../project/load.ts';
import { buildSchema } from '../schema/build.ts';
import type { Schema } from '../schema/model.ts';
import { Catalogue, type BrokenReference } from './catalogue.ts';
import { checkLayouts } from './layouts.ts';
import { checkPages } from './pages.ts';
import { checkPermissionSets } from './permission-sets.ts';

export function brokenReferences(metadata: Metadata, schema: Schema): BrokenReference[] {
  const catalogue = new Catalogue(metadata, schema);
  checkPermissionSets(catalogue);
  checkLayouts(catalogue);
  checkPages(catalogue);
  return catalogue.broken.sort((left, right) => left.file.localeCompare(right.file) || left.line - right.line);
}

/** Of a project that is not deployed. Throws `SourceError` for source that cannot be read. */
export function brokenReferencesOfProject(roots: readonly string[]): BrokenReference[] {
  const metadata = readMetadata(loadProject(roots), failAtOnce);
  return brokenReferences(metadata, buildSchema(metadata, { keyPrefixes: new Map(), onFault: failAtOnce }));
}
