/** A small XML reader that keeps line numbers, for the XML that metadata files use (no DTDs, no entities of one's own). */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside the element, entities resolved, white space kept. */
  readonly text: string;
  /** Line of the opening tag, from 1. */
  readonly line: number;
}

/** Where something is declared in the source of a project. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
}

/** Something in a source file that cannot be read; the message starts with file and line. */
export class SourceError extends Error {
  readonly file: string;
  readonly line: number;
  readonly reason: string;

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'SourceError';
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|(?<doctype><!DOCTYPE)|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\/(?<close>[A-Za-z_][\w:.-]*)\s*>|<(?<open>[A-Za-z_][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)|(?<bad>[\s\S])/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#[xX]([\da-fA-F]+));|&/g;
const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads one document and answers its root element. Throws `SourceError` for ill-formed input. */
export function parseXml(source: string, file: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const document: OpenElement = { name: '', attributes: {}, children: [], text: '', line: 1 };
  const stack = [document];
  let line = 1;
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const top = stack[stack.length - 1];
    if (groups.doctype !== undefined) throw new SourceError(file, line, 'a document type declaration is not allowed');
    if (groups.bad !== undefined) throw new SourceError(file, line, `unexpected '${groups.bad}'`);
    if (groups.cdata !== undefined) top.text += groups.cdata;
    else if (groups.text !== undefined) top.text += resolveEntities(groups.text, file, line);
    else if (groups.close !== undefined) closeElement(stack, groups.close, file, line);
    else if (groups.open !== undefined) {
      const attributes = readAttributes(groups.attributes ?? '', file, line);
      const element = { name: groups.open, attributes, children: [], text: '', line };
      top.children.push(element);
      if (groups.empty === '') stack.push(element);
    }
    line += countNewlines(match[0]);
  }
  return onlyRoot(document, stack, file);
}

/** Name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function closeElement(stack: OpenElement[], name: string, file: string, line: number): void {
  const top = stack[stack.length - 1];
  if (top.name !== name) {
    throw new SourceError(
      file,
      line,
      top.name === '' ? `</${name}> closes nothing` : `</${name}> closes <${top.name}>`,
    );
  }
  stack.pop();
}

function onlyRoot(document: OpenElement, stack: readonly OpenElement[], file: string): XmlElement {
  const unclosed = stack[stack.length - 1];
  if (unclosed !== document) throw new SourceError(file, unclosed.line, `<${unclosed.name}> is not closed`);
  const [root, second] = document.children;
  if (root === undefined) throw new SourceError(file, 1, 'the file holds no element');
  if (second !== undefined) throw new SourceError(file, second.line, `a second root element <${second.name}>`);
  if (document.text.trim() !== '') throw new SourceError(file, 1, `text outside <${root.name}>`);
  return root;
}

function readAttributes(text: string, file: string, line: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes[name] = resolveEntities(double ?? single ?? '', file, line);
  }
  return attributes;
}

function resolveEntities(text: string, file: string, line: number): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, named?: string, decimal?: string, hexadecimal?: string, offset?: number) => {
    if (named !== undefined) return NAMED_ENTITIES[named] ?? whole;
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(parseInt(hexadecimal, 16));
    throw new SourceError(file, line + countNewlines(text.slice(0, offset)), "a bare '&'");
  });
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
