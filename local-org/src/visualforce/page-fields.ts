/** Which fields of the standard controller's record a page names: those are loaded, and no others. */
import { pathsIn } from './expressions.ts';
import { elementsOf, type MarkupElement, type MarkupNode } from './markup.ts';

/** Paths below the record, and for each child relationship that is iterated over the paths below its rows. */
export interface PageFields {
  readonly own: ReadonlySet<string>;
  readonly children: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `objectName` is how expressions call the record. */
export function fieldsOfPage(roots: readonly MarkupElement[], objectName: string): PageFields {
  const own = new Set<string>();
  const children = new Map<string, Set<string>>();
  const prefix = `${objectName.toLowerCase()}.`;
  for (const root of roots) {
    const variables = new Map<string, string>();
    for (const element of elementsOf(root)) {
      const name = element.attributes.get('var');
      const list = name === undefined ? undefined : pathsIn(element.attributes.get('value') ?? '')[0];
      if (name === undefined || !list?.toLowerCase().startsWith(prefix)) continue;
      const relationship = list.slice(prefix.length);
      variables.set(`${name.toLowerCase()}.`, relationship);
      children.set(relationship, children.get(relationship) ?? new Set());
    }
    for (const path of allPaths(root)) {
      const lower = path.toLowerCase();
      if (lower.startsWith(prefix)) own.add(path.slice(prefix.length));
      for (const [variable, relationship] of variables) {
        if (lower.startsWith(variable)) children.get(relationship)!.add(path.slice(variable.length));
      }
    }
  }
  return { own, children };
}

function* allPaths(root: MarkupElement): Generator<string> {
  for (const element of elementsOf(root)) {
    for (const value of element.attributes.values()) yield* pathsIn(value);
    for (const text of element.children.filter((child: MarkupNode) => child.kind === 'text')) yield* pathsIn(text.text);
  }
}
