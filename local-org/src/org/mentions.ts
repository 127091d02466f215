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
  for (const file of project.files) {
    if (file.objectName !== undefined) words.add(file.objectName.toLowerCase());
    if (!NAMING.has(file.suffix)) continue;
    for (const part of file.content.length > 0 ? file.content : [file]) {
      for (const word of part.facts.get('words', () => wordsOf(part.read()))) words.add(word);
    }
  }
  return words;
}

const decoder = new TextDecoder();

function wordsOf(contents: string | Uint8Array): ReadonlySet<string> {
  const text = typeof contents === 'string' ? contents : decoder.decode(contents);
  return new Set(text.match(/[a-z]\w+/gi)?.map((word) => word.toLowerCase()));
}
