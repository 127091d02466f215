/** Builds static SOQL and SOSL, with the bind expressions they contain. */
import type { ExpressionContext, SoqlLiteralContext, SoslLiteralContext } from '@apexdevtools/apex-parser';
import type { SoqlBind } from '../../database/services.ts';
import { buildQuery } from '../../database/soql/build.ts';
import { buildSosl } from '../../database/sosl/build.ts';
import type { SoqlExpression, SoslExpression } from '../ast/expressions.ts';
import type { StaticQuery } from '../ast/nodes.ts';
import { expression } from './expressions.ts';
import { at } from './nodes.ts';

export function soql(context: SoqlLiteralContext): SoqlExpression {
  const query = buildQuery(context.query());
  return { kind: 'soql', ...at(context), query: { query, binds: bindsOf(query) } };
}

export function sosl(context: SoslLiteralContext): SoslExpression {
  const query = buildSosl(context);
  return { kind: 'sosl', ...at(context), query, binds: bindsOf(query) };
}

function bindsOf(query: object): StaticQuery['binds'] {
  const binds = new Map<string, StaticQuery['binds'][number]>();
  collectBinds(query, (bind) => {
    if (!binds.has(bind.text)) {
      binds.set(bind.text, { text: bind.text, expression: expression(bind.node as ExpressionContext) });
    }
    // The parser's tree is not needed any more, and holding one node of it holds the whole file's.
    delete (bind as { node?: unknown }).node;
  });
  return [...binds.values()];
}

function collectBinds(part: unknown, found: (bind: SoqlBind) => void): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, child] of Object.entries(part)) {
    if (name === 'bind') found(child as SoqlBind);
    else collectBinds(child, found);
  }
}
