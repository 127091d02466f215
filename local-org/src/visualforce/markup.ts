/** The markup of Visualforce pages and components, which is XML with HTML's entities and expressions in braces. */
import { SourceError } from '../metadata/xml.ts';

export interface MarkupElement {
  readonly kind: 'element';
  /** As written: `apex:repeat`, `c:address`, `div`. */
  readonly name: string;
  /** By name in lower case; values as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
  readonly file: string;
  readonly line: number;
}

/** Characters between tags, as written: entities are the browser's. */
export interface MarkupText {
  readonly kind: 'text';
  readonly text: string;
}

export type MarkupNode = MarkupElement | MarkupText;

interface OpenElement extends MarkupElement {
  readonly children: MarkupNode[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|(?<doctype><!DOCTYPE[^>]*>)|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\/(?<close>[A-Za-z_][\w:.-]*)\s*>|<(?<open>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)|(?<bad>[\s\S])/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Answers the one element at the root. Throws `SourceError` for markup that the platform would not save. */
export function parseMarkup(source: string, file: string): MarkupElement {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const root: OpenElement = { kind: 'element', name: '', attributes: new Map(), children: [], file, line: 1 };
  const stack = [root];
  let line = 1;
  for (const match of text.matchAll(TOKEN)) {
    const { bad, cdata, close, open, text: characters, attributes = '', empty, doctype } = match.groups ?? {};
    const top = stack.at(-1)!;
    if (bad !== undefined) throw new SourceError(file, line, `unexpected '${bad}'`);
    const plain = doctype ?? cdata ?? characters;
    if (plain !== undefined) top.children.push({ kind: 'text', text: plain });
    else if (close !== undefined) {
      if (top.name !== close) throw new SourceError(file, line, `</${close}> closes <${top.name}>`);
      stack.pop();
    } else if (open !== undefined) {
      const element: OpenElement = {
        kind: 'element',
        name: open,
        attributes: readAttributes(attributes),
        children: [],
        file,
        line,
      };
      top.children.push(element);
      if (empty === '') stack.push(element);
    }
    line += match[0].split('\n').length - 1;
  }
  if (stack.length > 1) throw new SourceError(file, stack.at(-1)!.line, `<${stack.at(-1)!.name}> is not closed`);
  const elements = root.children.filter((node) => node.kind === 'element');
  if (elements.length !== 1) throw new SourceError(file, 1, 'there must be one element at the root');
  return elements[0];
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) attributes.set(name.toLowerCase(), double ?? single);
  return attributes;
}

/** The elements below, the one itself included. */
export function* elementsOf(element: MarkupElement): Generator<MarkupElement> {
  yield element;
  for (const child of element.children) if (child.kind === 'element') yield* elementsOf(child);
}
