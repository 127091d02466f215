import { parseWhole } from '../soql/parse.ts';
import { malformed } from '../soql/errors.ts';
import type { SoslQuery } from './ast.ts';
import { buildSosl } from './build.ts';

/** Reads `FIND {text} …` and `FIND 'text' …`. Throws `QueryError` MALFORMED_QUERY (the platform's MALFORMED_SEARCH). */
export function parseSosl(text: string): SoslQuery {
  const search = text.trim();
  if (!/^find\s/i.test(search)) throw malformed(`unexpected token: '${search.split(/\s/)[0] ?? ''}'`);
  const braces = /^find\s*\{/i.test(search);
  // The grammar knows searches only as Apex writes them, between brackets.
  return buildSosl(parseWhole(`[${search}]`, (parser) => (braces ? parser.soslLiteralAlt() : parser.soslLiteral())));
}
