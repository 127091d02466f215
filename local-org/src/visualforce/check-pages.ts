/** What in the project's Visualforce cannot be drawn, found at deploy. */
import type { Metadata } from '../metadata/metadata.ts';
import { SourceError } from '../metadata/xml.ts';
import { FormulaError } from '../schema/formula/index.ts';
import { components, PARTS } from './components/index.ts';
import { pathsIn } from './expressions.ts';
import { elementsOf, parseMarkup, type MarkupElement } from './markup.ts';

export interface PageProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function checkPages(metadata: Metadata): PageProblem[] {
  const sources = [...metadata.pages.values(), ...metadata.components.values()];
  return sources.flatMap(({ source, file }) => {
    try {
      return [...elementsOf(parseMarkup(source, file))].flatMap((element) => problemsOf(element, metadata));
    } catch (error) {
      if (error instanceof SourceError) return [{ file, line: error.line, message: error.reason }];
      throw error;
    }
  });
}

function problemsOf(element: MarkupElement, metadata: Metadata): PageProblem[] {
  const { file, line } = element;
  const problems: PageProblem[] = [];
  if (!isKnown(element.name.toLowerCase(), metadata)) {
    problems.push({ file, line, message: `Not supported: Visualforce component ${element.name}` });
  }
  const texts = [
    ...element.attributes.values(),
    ...element.children.flatMap((child) => (child.kind === 'text' ? [child.text] : [])),
  ];
  for (const text of texts) {
    try {
      pathsIn(text);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      problems.push({ file, line, message: error.message });
    }
  }
  return problems;
}

function isKnown(name: string, metadata: Metadata): boolean {
  if (!name.includes(':') || components.has(name) || PARTS.has(name)) return true;
  if (!name.startsWith('c:')) return false;
  return [...metadata.components.keys()].some((each) => each.toLowerCase() === name.slice(2));
}
