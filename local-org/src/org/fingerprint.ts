/** Whether source has changed since a deploy. */
import { createHash } from 'node:crypto';
import type { SourceProject } from '../project/source-project.ts';

/** Changes when a file of the project is added, removed or written. */
export function fingerprint(project: SourceProject): string {
  const hash = createHash('sha256');
  for (const { file, read, content } of project.files) {
    hash.update(`${file}\n${read()}\n`);
    for (const part of content) hash.update(part.file).update(part.read());
  }
  return hash.digest('hex');
}
