import type { XmlElement } from '../metadata/xml.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import type { Resource } from './resource.ts';

/**
 * What screens and other elements that are not built would leave: flows refer to it, and stop at the element itself before
 * they come to read it.
 */
export function* screenResources(compiler: FlowCompiler): Iterable<[string, Resource]> {
  const { screens, transforms, waits, dynamicChoiceSets, dataLookups } = compiler.definition;
  for (const element of [...screens, ...transforms, ...waits, ...dataLookups]) {
    for (const name of namesIn(element)) yield unknown(name);
  }
  for (const { name } of dynamicChoiceSets) yield unknown(name);
}

/** Names of the element and of the fields, events and rules in it, at any depth. */
function* namesIn(element: XmlElement): Iterable<string> {
  for (const child of element.children) {
    if (child.name === 'name') yield child.text.trim();
    else yield* namesIn(child);
  }
}

function unknown(name: string): [string, Resource] {
  return [name, { type: undefined, read: (interview) => interview.get(name) }];
}
