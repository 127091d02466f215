/** Which words the source has that may name standard objects and fields. */
import type { SourceProject } from '../project/source-project.ts';
import type { Mentions } from '../schema/standard/catalogue.ts';

/** Kinds of files that name objects; the others (components, resources, pages) do so only beside one of these. */
const NAMING = new Set([
  'cls',
  'trigger',
  'flow',
  'object',
  'field',
  'md',
  'permissionset',
  'profile',
  'layout',
  'page',
]);

export function mentionsOf(project: SourceProject): Mentions {
  const words = new Set<string>();
  const decoder = new TextDecoder();
  for (const file of project.files) {
    if (file.objectName !== undefined) words.add(file.objectName.toLowerCase());
    if (!NAMING.has(file.suffix)) continue;
    const texts = file.content.length > 0 ? file.content.map((part) => decoder.decode(part.read())) : [file.read()];
    for (const text of texts) for (const [word] of text.matchAll(/[a-z]\w+/gi)) words.add(word.toLowerCase());
  }
  return words;
}
