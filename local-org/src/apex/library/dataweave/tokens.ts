/** The words of a DataWeave script ("DataWeave Language Guide"). */
import { NotSupported } from '../../../schema/errors.ts';

export type TokenKind = 'name' | 'number' | 'text' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly line: number;
}

const TOKEN =
  /(?<space>[\s]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>\${1,3}|[A-Za-z_]\w*)|(?<symbol>->|::|>>|\+\+|--|==|!=|<=|>=|[-+*/<>(){}[\].,:@?=!~])/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** `where` names the script in messages. */
export function tokenize(source: string, where: string, firstLine: number): Token[] {
  const tokens: Token[] = [];
  let line = firstLine;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const groups = TOKEN.exec(source)?.groups;
    if (groups === undefined) throw new NotSupported('this DataWeave syntax', `${where}:${line}`);
    const { space, number, text, name, symbol } = groups;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, line });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, line });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, line });
    else if (text !== undefined) tokens.push({ kind: 'text', text: unquoted(text), line });
    line += (space ?? text ?? '').split('\n').length - 1;
  }
  return [...tokens, { kind: 'end', text: 'the end of the script', line }];
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll(/\\(.)/g, (_match, escaped: string) => ESCAPES[escaped] ?? escaped);
}
