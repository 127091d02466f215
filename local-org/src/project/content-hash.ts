import { createHash } from 'node:crypto';
import type { ContentFile, SourceFile } from './source-project.ts';

/** Differs when what is in the file differs. */
export function contentHash(file: SourceFile | ContentFile): string {
  return file.facts.get('hash', () => createHash('sha256').update(file.read()).digest('base64url'));
}
