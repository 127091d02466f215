/** Expressions in braces, found in markup and parsed ("Visualforce Operators", "Functions", Visualforce Developer Guide). */
import { FormulaError, parseFormula, type FormulaNode } from '../schema/formula/index.ts';

/** A piece of a text: characters as they are, or an expression. */
export type TextPart = { readonly text: string } | { readonly expression: FormulaNode; readonly source: string };

const cache = new Map<string, readonly TextPart[]>();

/** Splits a text at its `{!…}`. Throws `FormulaError` for an expression that is malformed. */
export function parseText(text: string): readonly TextPart[] {
  let parts = cache.get(text);
  if (parts === undefined) cache.set(text, (parts = split(text)));
  return parts;
}

function split(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (;;) {
    const start = text.indexOf('{!', position);
    if (start < 0) break;
    const end = endOfExpression(text, start + 2);
    if (start > position) parts.push({ text: text.slice(position, start) });
    const source = decodeEntities(text.slice(start + 2, end)).trim();
    parts.push({ expression: parseExpression(source), source });
    position = end + 1;
  }
  if (position < text.length) parts.push({ text: text.slice(position) });
  return parts;
}

/** The brace that closes the expression, outside of quoted texts. */
function endOfExpression(text: string, from: number): number {
  let quote: string | undefined;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (quote !== undefined) {
      if (character === '\\') at++;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '}') return at;
  }
  throw new FormulaError('Syntax error. Missing }', from);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** What stands in an attribute or inside an expression is XML. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? all;
    return String.fromCodePoint(decimal === undefined ? parseInt(String(hex), 16) : Number(decimal));
  });
}

/** Formulas know no indexes: a path that has one is handed to them as one name. */
function parseExpression(source: string): FormulaNode {
  let rewritten = '';
  let position = 0;
  while (position < source.length) {
    const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/s.exec(source.slice(position))?.[0];
    const path = quoted === undefined ? indexedPath(source, position) : undefined;
    const word = quoted ?? /^[\w$.]+/.exec(source.slice(position))?.[0];
    if (path !== undefined) {
      rewritten += `{!${path.replaceAll('{', '').replaceAll('}', '')}}`;
      position += path.length;
    } else {
      rewritten += word ?? source[position];
      position += (word ?? ' ').length;
    }
  }
  return withoutUrlFor(parseFormula(rewritten));
}

/** A path with an index in it, which starts here; undefined when there is none. */
function indexedPath(source: string, start: number): string | undefined {
  const head = /^[a-zA-Z$_][\w$.]*(?=\[)/.exec(source.slice(start))?.[0];
  if (head === undefined) return undefined;
  let at = start + head.length;
  for (;;) {
    const index = /^\[(?:[^[\]"']|"[^"]*"|'[^']*'|\[[^\]]*\])*\]/.exec(source.slice(at))?.[0];
    const member = index ?? /^\.\w+/.exec(source.slice(at))?.[0];
    if (member === undefined) return source.slice(start, at);
    at += member.length;
  }
}

/** `URLFOR(target, path)` of texts is the path below the target ("URLFOR", Visualforce Developer Guide, Functions). */
function withoutUrlFor(node: FormulaNode): FormulaNode {
  switch (node.kind) {
    case 'call': {
      const args = node.args.map(withoutUrlFor);
      if (node.name !== 'URLFOR' || args.length > 2) return { ...node, args };
      const [target, path] = args;
      return args.length === 1 ? target : joinPath(target, path);
    }
    case 'unary':
      return { ...node, operand: withoutUrlFor(node.operand) };
    case 'binary':
      return { ...node, left: withoutUrlFor(node.left), right: withoutUrlFor(node.right) };
    default:
      return node;
  }
}

function joinPath(target: FormulaNode, path: FormulaNode): FormulaNode {
  const { position } = target;
  const slash: FormulaNode = { kind: 'text', value: '/', position };
  const left: FormulaNode = { kind: 'binary', operator: '&', left: target, right: slash, position };
  return { kind: 'binary', operator: '&', left, right: path, position };
}

/** All paths that the expressions of a text name. */
export function pathsIn(text: string): string[] {
  const paths: string[] = [];
  for (const part of parseText(text)) if ('expression' in part) collect(part.expression, paths);
  return paths;
}

function collect(node: FormulaNode, paths: string[]): void {
  switch (node.kind) {
    case 'reference':
      paths.push(node.path);
      break;
    case 'call':
      for (const arg of node.args) collect(arg, paths);
      break;
    case 'unary':
      collect(node.operand, paths);
      break;
    case 'binary':
      collect(node.left, paths);
      collect(node.right, paths);
  }
}
