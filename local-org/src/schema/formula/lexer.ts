import { FormulaError } from './errors.ts';

export type TokenKind = 'number' | 'text' | 'name' | 'merge' | 'operator' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; for `text` and `merge` the content. */
  readonly text: string;
  readonly position: number;
}

const SKIPPED = /(?:[ \t\f\r\n\u00a0]+|\/\*[^]*?\*\/)+/y;
const NUMBER = /\d+(?:\.\d+)?/y;
/** Names may hold dots (paths), colons (`Owner:User.Name`) and hash signs. */
const NAME = /[a-zA-Z$][\w$:.#]*/y;
const TEXT = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy;
/** A flow's reference to one of its resources. */
const MERGE = /\{!([^}]*)\}/y;
const OPERATOR = /<=|>=|<>|!=|==|&&|\|\||[-+*/^&=<>!(),]/y;

/** Spellings of the same operator. */
const CANONICAL: Readonly<Record<string, string>> = { '!=': '<>', '==': '=' };

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let position = skip(source, 0);
  while (position < source.length) {
    const { token, end } = next(source, position);
    tokens.push(token);
    position = skip(source, end);
  }
  tokens.push({ kind: 'end', text: '', position: source.length });
  return tokens;
}

function skip(source: string, position: number): number {
  return position + (match(SKIPPED, source, position)?.[0].length ?? 0);
}

function next(source: string, position: number): { token: Token; end: number } {
  const found = (kind: TokenKind, length: number, text: string): { token: Token; end: number } => ({
    token: { kind, text, position },
    end: position + length,
  });
  const number = match(NUMBER, source, position);
  if (number !== null) return found('number', number[0].length, number[0]);
  const name = match(NAME, source, position);
  if (name !== null) return found('name', name[0].length, name[0]);
  const text = match(TEXT, source, position);
  if (text !== null) return found('text', text[0].length, unescape(text[0].slice(1, -1)));
  const merge = match(MERGE, source, position);
  if (merge !== null) return found('merge', merge[0].length, merge[1].trim());
  const operator = match(OPERATOR, source, position);
  if (operator !== null) return found('operator', operator[0].length, CANONICAL[operator[0]] ?? operator[0]);
  throw new FormulaError(`Syntax error. Found '${source.charAt(position)}'`, position);
}

/** Only quotes and backslashes are escaped; `\d` and `\n` keep their backslash, for regular expressions. */
function unescape(content: string): string {
  return content.replace(/\\(["'\\])/g, '$1');
}

function match(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}
