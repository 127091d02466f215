/** Which parts of a project's source have changed since a deploy. */
import { createHash } from 'node:crypto';
import { contentHash } from '../project/content-hash.ts';
import type { SourceProject } from '../project/source-project.ts';

/** `code` is Apex, `flows` are flows, `presentation` what neither the data model nor code depends on; `model` all else. */
export type SourcePart = 'model' | 'code' | 'flows' | 'presentation';

/** A hash of each part. */
export type Fingerprint = Readonly<Record<SourcePart, string>>;

const PARTS: readonly SourcePart[] = ['model', 'code', 'flows', 'presentation'];

/** By what file names end in, before `-meta.xml`. */
const PART_OF_SUFFIX: Readonly<Record<string, SourcePart>> = {
  cls: 'code',
  trigger: 'code',
  labels: 'code',
  page: 'code',
  component: 'code',
  flow: 'flows',
  approvalProcess: 'flows',
  workflow: 'flows',
  duplicateRule: 'flows',
  matchingRule: 'flows',
  js: 'presentation',
  layout: 'presentation',
  flexipage: 'presentation',
  tab: 'presentation',
  app: 'presentation',
  listView: 'presentation',
  compactLayout: 'presentation',
  messageChannel: 'presentation',
  pathAssistant: 'presentation',
  quickAction: 'presentation',
  resource: 'presentation',
  email: 'presentation',
  emailFolder: 'presentation',
  report: 'presentation',
  reportFolder: 'presentation',
  reportType: 'presentation',
  dashboard: 'presentation',
  dashboardFolder: 'presentation',
  permissionset: 'presentation',
  permissionsetgroup: 'presentation',
  mutingpermissionset: 'presentation',
  profile: 'presentation',
  sharingRules: 'presentation',
  md: 'presentation',
  queue: 'presentation',
  group: 'presentation',
  role: 'presentation',
  settings: 'presentation',
};

/** Changes in a part when one of its files is added, removed or written. */
export function fingerprint(project: SourceProject): Fingerprint {
  const hashes = new Map(PARTS.map((part) => [part, createHash('sha256')]));
  for (const file of project.files) {
    const hash = hashes.get(PART_OF_SUFFIX[file.suffix] ?? 'model')!;
    for (const part of [file, ...file.content]) hash.update(`${part.file}\n${contentHash(part)}\n`);
  }
  return Object.fromEntries([...hashes].map(([part, hash]) => [part, hash.digest('hex')])) as Record<
    SourcePart,
    string
  >;
}

/** Whether these parts are what they were; all of them when none is named. */
export function isSame(after: Fingerprint, before: Partial<Fingerprint>, parts = PARTS): boolean {
  return parts.every((part) => before[part] === after[part]);
}
