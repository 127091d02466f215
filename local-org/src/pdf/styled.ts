/** The document as a tree of styled elements and texts: what layout works on. */
import type { Element, Node } from 'happy-dom';
import type { Cascade, Style } from './css/cascade.ts';
import { length } from './css/values.ts';

export interface StyledElement {
  readonly kind: 'element';
  readonly tag: string;
  readonly style: Style;
  readonly fontSize: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly StyledNode[];
  /** Markup of the element, for SVG. */
  readonly outerHtml: () => string;
}

export interface StyledText {
  readonly kind: 'text';
  readonly text: string;
  readonly style: Style;
  readonly fontSize: number;
}

/** `content: counter(page)`: a number that is known when the page is. */
export interface StyledCounter {
  readonly kind: 'counter';
  readonly counter: 'page' | 'pages';
  readonly style: Style;
  readonly fontSize: number;
}

export type StyledNode = StyledElement | StyledText | StyledCounter;

const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 7,
  'x-small': 7.5,
  small: 10,
  medium: 12,
  large: 13.5,
  'x-large': 18,
  'xx-large': 24,
};

export function fontSizeOf(style: Style, inherited: number, ownSize: boolean): number {
  const value = style.get('font-size');
  if (value === undefined || !ownSize) return inherited;
  if (value === 'smaller') return inherited / 1.2;
  if (value === 'larger') return inherited * 1.2;
  return SIZES[value] ?? length(value, inherited, inherited) ?? inherited;
}

export function styleTree(root: Element, cascade: Cascade): StyledElement {
  return styleElement(root, cascade, new Map(), 12);
}

function styleElement(element: Element, cascade: Cascade, parent: Style, parentSize: number): StyledElement {
  const style = cascade.styleOf(element, parent);
  const ownSize = style.get('font-size') !== parent.get('font-size');
  const fontSize = fontSizeOf(style, parentSize, ownSize);
  // What is inherited is the size itself and not how it was said.
  const settled = ownSize ? new Map([...style, ['font-size', `${fontSize}pt`] as const]) : style;
  const children: StyledNode[] = [];
  if (style.get('display') !== 'none' && element.tagName.toLowerCase() !== 'svg') {
    children.push(...generated(element, 'before', cascade, settled, fontSize));
    for (const child of element.childNodes) children.push(...styleNode(child, cascade, settled, fontSize));
    children.push(...generated(element, 'after', cascade, settled, fontSize));
  }
  return {
    kind: 'element',
    tag: element.tagName.toLowerCase(),
    style: settled,
    fontSize,
    attributes: new Map([...element.attributes].map(({ name, value }) => [name.toLowerCase(), value ?? ''])),
    children,
    outerHtml: () => element.outerHTML,
  };
}

function styleNode(node: Node, cascade: Cascade, parent: Style, size: number): StyledNode[] {
  if (node.nodeType === 3) return [{ kind: 'text', text: node.textContent ?? '', style: parent, fontSize: size }];
  if (node.nodeType !== 1) return [];
  const styled = styleElement(node as Element, cascade, parent, size);
  return styled.style.get('display') === 'none' ? [] : [styled];
}

function generated(
  element: Element,
  pseudo: 'before' | 'after',
  cascade: Cascade,
  own: Style,
  size: number,
): StyledNode[] {
  const style = cascade.pseudoStyle(element, pseudo, own);
  if (style === undefined) return [];
  const fontSize = fontSizeOf(style, size, style.get('font-size') !== own.get('font-size'));
  return contentNodes(style.get('content')!, style, fontSize, (name) => element.getAttribute(name) ?? '');
}

/** `"Page " counter(page) " of " counter(pages)`. */
export function contentNodes(
  content: string,
  style: Style,
  fontSize: number,
  attribute: (name: string) => string = () => '',
): StyledNode[] {
  const nodes: StyledNode[] = [];
  for (const [, double, single, counter, attr] of content.matchAll(
    /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|counter\(\s*(pages?)[^)]*\)|attr\(\s*([\w-]+)\s*\)/g,
  )) {
    if (counter !== undefined) nodes.push({ kind: 'counter', counter: counter as 'page' | 'pages', style, fontSize });
    else {
      const text = attr === undefined ? unescape(double ?? single ?? '') : attribute(attr);
      nodes.push({ kind: 'text', text, style, fontSize });
    }
  }
  return nodes;
}

function unescape(text: string): string {
  return text.replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}
