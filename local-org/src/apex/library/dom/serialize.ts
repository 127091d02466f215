/** Writes elements as XML: namespaces are declared where they are first needed, elements without content are `<a />`. */
import { escapeAttribute, escapeText, qualifiedName, type NamespaceDeclaration } from '../support/xml-events.ts';
import type { XmlNodeValue } from './node.ts';

type Scope = ReadonlyMap<string, string>;

export function markupOf(node: XmlNodeValue, scope: Scope = new Map()): string {
  if (node.nodeType === 'TEXT') return escapeText(node.content);
  if (node.nodeType === 'COMMENT') return `<!--${node.content}-->`;
  const inner = new Map(scope);
  const declared: NamespaceDeclaration[] = [];
  const declare = (prefix: string, uri: string): void => {
    if (inner.get(prefix) === uri) return;
    inner.set(prefix, uri);
    declared.push({ prefix, uri });
  };
  for (const { prefix, uri } of node.declarations) declare(prefix, uri);
  const prefix = prefixFor(node.prefix, node.namespace, inner, declare);
  const attributes = node.attributes.map(
    ({ name, value, namespace, prefix: wanted }) =>
      `${qualifiedName(attributePrefix(wanted, namespace, inner, declare), name)}="${escapeAttribute(value)}"`,
  );
  const name = qualifiedName(prefix, node.content);
  const declarations = declared.map(
    ({ prefix: of, uri }) => `${of === '' ? 'xmlns' : `xmlns:${of}`}="${escapeAttribute(uri)}"`,
  );
  const start = [name, ...declarations, ...attributes].join(' ');
  if (node.children.length === 0) return `<${start} />`;
  return `<${start}>${node.children.map((child) => markupOf(child, inner)).join('')}</${name}>`;
}

type Declare = (prefix: string, uri: string) => void;

/** The prefix of an element: its own, or one that its namespace already has. */
function prefixFor(wanted: string | null, namespace: string | null, scope: Scope, declare: Declare): string | null {
  if (namespace === null) return null;
  const known = wanted ?? knownPrefix(namespace, scope);
  const prefix = known ?? '';
  declare(prefix, namespace);
  return prefix;
}

/** Attributes without a prefix are in no namespace, so that one that is in one gets a prefix. */
function attributePrefix(
  wanted: string | null,
  namespace: string | null,
  scope: Scope,
  declare: Declare,
): string | null {
  if (namespace === null) return null;
  const prefix = wanted ?? knownPrefix(namespace, scope) ?? `n${scope.size}`;
  if (prefix !== 'xml') declare(prefix, namespace);
  return prefix;
}

function knownPrefix(namespace: string, scope: Scope): string | undefined {
  return [...scope].find(([prefix, uri]) => uri === namespace && prefix !== '')?.[0];
}
