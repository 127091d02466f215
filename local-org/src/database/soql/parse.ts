/** Reads the text of a query. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { SoqlQuery } from './ast.ts';
import { buildQuery } from './build.ts';
import { malformed, QueryError } from './errors.ts';
import { protectPatternEscapes, restorePatternEscapes } from './literals.ts';

/** Parsed texts kept; queries are few and repeated, but a client may send endlessly many. */
const CAPACITY = 2000;

/** "Maximum length of SOQL statements" (SOQL and SOSL Reference, "SOQL Limits"). */
const MAX_LENGTH = 100_000;

/** Parentheses within parentheses: the time to read them grows faster than their number. */
const MAX_DEPTH = 60;

const parsed = new Map<string, SoqlQuery>();

/** Throws `QueryError` MALFORMED_QUERY in the platform's words. Answers the same object for the same text. */
export function parseSoql(text: string): SoqlQuery {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const query = parse(text);
  if (parsed.size >= CAPACITY) parsed.delete(parsed.keys().next().value!);
  parsed.set(text, query);
  return query;
}

function parse(text: string): SoqlQuery {
  if (text.length > MAX_LENGTH) {
    throw new QueryError('QUERY_TOO_COMPLICATED', `SOQL statements cannot be longer than ${MAX_LENGTH} characters`);
  }
  if (depthOf(text) > MAX_DEPTH) {
    throw new QueryError('QUERY_TOO_COMPLICATED', `Conditions cannot be nested deeper than ${MAX_DEPTH} parentheses`);
  }
  if (text.trim() === '') throw malformed('SOQL statements cannot be empty or null');
  const context = parseWhole(text, (parser) => parser.query());
  return { ...buildQuery(context), text: restorePatternEscapes(text.trimStart()) };
}

/** How deep parentheses stand in each other, outside of quoted texts. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/'(?:[^'\\]|\\[^])*'|[()]/g)) {
    if (token === '(') deepest = Math.max(deepest, ++depth);
    else if (token === ')') depth--;
  }
  return deepest;
}

type Parser = ReturnType<typeof ApexParserFactory.createLexerAndParser>['parser'];

/** Runs one rule of the grammar over the whole text; what is left over is an unexpected token. */
export function parseWhole<T>(text: string, rule: (parser: Parser) => T): T {
  const listener = new FirstErrorListener(text);
  const { parser } = ApexParserFactory.createLexerAndParser(protectPatternEscapes(text), listener);
  const result = rule(parser);
  const next = parser.getCurrentToken();
  if (next.type !== END_OF_FILE) listener.unexpected(next.text, next.line, next.column);
  return result;
}

const END_OF_FILE = -1;

class FirstErrorListener extends ApexErrorListener {
  private readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override apexSyntaxError(line: number, column: number, message: string): void {
    const rest = this.text.split('\n')[line - 1].slice(column);
    const token = /^(?:'[^']*'?|[\w.]+|\S)/.exec(rest)?.[0] ?? '<EOF>';
    if (/token recognition error/.test(message) && rest.startsWith("'")) {
      throw malformed(`line ${line}:${column} mismatched character '<EOF>' expecting '''`);
    }
    this.unexpected(token, line, column);
  }

  unexpected(token: string, line: number, column: number): never {
    throw malformed(`unexpected token: '${restorePatternEscapes(token)}'`, this.text, {
      row: line,
      column: column + 1,
    });
  }
}
