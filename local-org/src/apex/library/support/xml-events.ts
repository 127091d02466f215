/**
 * XML as a sequence of events, with namespaces resolved, for the classes of Apex that read it. Documents with a DTD are refused,
 * as the platform does.
 */
import { throwApex } from '../../runtime/index.ts';

export interface XmlAttribute {
  readonly prefix: string | null;
  readonly name: string;
  readonly namespace: string | null;
  value: string;
}

/** `xmlns` and `xmlns:prefix`; the prefix is empty for the default namespace. */
export interface NamespaceDeclaration {
  readonly prefix: string;
  readonly uri: string;
}

export interface XmlStart {
  readonly kind: 'start';
  readonly prefix: string | null;
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: readonly XmlAttribute[];
  readonly declarations: readonly NamespaceDeclaration[];
}

export interface XmlEnd {
  readonly kind: 'end';
  readonly prefix: string | null;
  readonly name: string;
  readonly namespace: string | null;
}

export interface XmlContent {
  readonly kind: 'text' | 'cdata' | 'comment';
  readonly text: string;
}

export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly target: string;
  readonly data: string;
}

export interface XmlStartDocument {
  readonly kind: 'startDocument';
  readonly version: string | null;
}

export interface XmlEndDocument {
  readonly kind: 'endDocument';
}

export type XmlEvent = XmlStart | XmlEnd | XmlContent | XmlInstruction | XmlStartDocument | XmlEndDocument;

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{N}_.\-]*)?`;
const TOKEN = new RegExp(
  String.raw`<!--(?<comment>[\s\S]*?)-->|<\?(?<target>${NAME})\s*(?<data>[\s\S]*?)\?>|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|` +
    String.raw`</(?<close>${NAME})\s*>|<(?<open>${NAME})(?<attributes>(?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>/?)>|` +
    String.raw`(?<text>[^<]+)|(?<bad>[\s\S])`,
  'gu',
);
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'gu');
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([\da-f]+));|&/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

type Fail = (reason: string) => never;

/** Throws `System.XmlException` for what is not well-formed. */
export function xmlEvents(source: string): XmlEvent[] {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return new EventReader(text).read();
}

class EventReader {
  private readonly source: string;
  private readonly events: XmlEvent[] = [];
  private readonly open: (XmlEnd & { readonly scope: ReadonlyMap<string, string> })[] = [];
  private hasRoot = false;
  private position = 0;

  constructor(source: string) {
    this.source = source;
  }

  read(): XmlEvent[] {
    const declared = /^<\?xml\s+version\s*=\s*["']([^"']*)["'][^?]*\?>/.exec(this.source);
    this.events.push({ kind: 'startDocument', version: declared?.[1] ?? null });
    const body = this.source.slice(declared?.[0].length ?? 0);
    const offset = this.source.length - body.length;
    for (const match of body.matchAll(TOKEN)) {
      this.position = offset + match.index;
      this.token(match.groups as Readonly<Record<string, string | undefined>>);
    }
    this.position = this.source.length;
    if (!this.hasRoot || this.open.length > 0)
      this.fail('XML document structures must start and end within the same entity.');
    this.events.push({ kind: 'endDocument' });
    return this.events;
  }

  private token(groups: Readonly<Record<string, string | undefined>>): void {
    const { comment, target, data = '', cdata, close, open, text, bad } = groups;
    if (bad !== undefined) this.fail(`The markup at '${bad}' is not well-formed.`);
    if (comment !== undefined) this.events.push({ kind: 'comment', text: comment });
    else if (target !== undefined) this.events.push({ kind: 'instruction', target, data });
    else if (open !== undefined) this.start(open, groups.attributes ?? '', groups.empty === '/');
    else if (close !== undefined) this.end(close);
    else this.content(cdata, text);
  }

  private content(cdata: string | undefined, text = ''): void {
    if (this.open.length === 0) {
      if (cdata !== undefined || text.trim() !== '') this.fail('Content is not allowed outside of the root element.');
      return;
    }
    if (cdata !== undefined) this.events.push({ kind: 'cdata', text: cdata });
    else this.events.push({ kind: 'text', text: this.resolve(text) });
  }

  private start(qualified: string, attributeText: string, isEmpty: boolean): void {
    if (this.open.length === 0 && this.hasRoot) this.fail('The document has more than one root element.');
    this.hasRoot = true;
    const given = [...attributeText.matchAll(ATTRIBUTE)].map(([, name, double, single]) => ({
      ...split(name),
      value: this.resolve(double ?? single ?? ''),
    }));
    const declarations = given.filter(isDeclaration).map(({ prefix, name, value }) => ({
      prefix: prefix === null ? '' : name,
      uri: value,
    }));
    const scope = new Map([
      ...(this.open.at(-1)?.scope ?? []),
      ...declarations.map(({ prefix, uri }) => [prefix, uri] as const),
    ]);
    const { prefix, name } = split(qualified);
    const namespace = this.namespaceOf(prefix ?? '', scope);
    const attributes = given
      .filter((attribute) => !isDeclaration(attribute))
      .map((attribute) => ({
        ...attribute,
        namespace: attribute.prefix === null ? null : this.namespaceOf(attribute.prefix, scope),
      }));
    this.events.push({ kind: 'start', prefix, name, namespace, attributes, declarations });
    this.open.push({ kind: 'end', prefix, name, namespace, scope });
    if (isEmpty) this.end(qualified);
  }

  private end(qualified: string): void {
    const open = this.open.pop();
    const { prefix, name } = split(qualified);
    if (open === undefined || open.prefix !== prefix || open.name !== name) {
      return this.fail(`The end-tag </${qualified}> does not match its start-tag.`);
    }
    this.events.push({ kind: 'end', prefix, name, namespace: open.namespace });
  }

  private namespaceOf(prefix: string, scope: ReadonlyMap<string, string>): string | null {
    if (prefix === 'xml') return XML_NAMESPACE;
    const uri = scope.get(prefix);
    if (uri === undefined && prefix !== '') this.fail(`The prefix "${prefix}" is not bound.`);
    return uri === undefined || uri === '' ? null : uri;
  }

  private resolve(text: string): string {
    return text.replace(ENTITY, (all, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined)
        return ENTITIES[name] ?? this.fail(`The entity "${name}" was referenced, but not declared.`);
      if (all === '&') this.fail('The entity name must immediately follow the "&" in the entity reference.');
      return String.fromCodePoint(Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10));
    });
  }

  private fail: Fail = (reason) => {
    const before = this.source.slice(0, this.position).split('\n');
    const place = `[${before.length},${(before.at(-1) ?? '').length + 1}]`;
    throwApex('System.XmlException', `ParseError at [row,col]:${place}\nMessage: ${reason}`);
  };
}

function split(qualified: string): { prefix: string | null; name: string } {
  const [first, second] = qualified.split(':');
  return second === undefined ? { prefix: null, name: first } : { prefix: first, name: second };
}

function isDeclaration({ prefix, name }: { readonly prefix: string | null; readonly name: string }): boolean {
  return prefix === 'xmlns' || (prefix === null && name === 'xmlns');
}

/** Text between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!);
}

/** Text inside double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

export function qualifiedName(prefix: string | null, name: string): string {
  return prefix === null || prefix === '' ? name : `${prefix}:${name}`;
}
