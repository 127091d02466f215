/** Finds loops that do nothing but work with variables. */
import type { ForStatement } from '../ast/statements.ts';
import type { MethodScope } from './method-scope.ts';

const PLAIN_BODY = new Set([
  ...['block', 'if', 'expression', 'variables', 'continue'],
  ...['assign', 'binary', 'conditional', 'increment', 'literal', 'name', 'unary'],
]);
const PLAIN_CONDITION = new Set(['binary', 'literal', 'name', 'unary']);

/** Whether evaluating the condition changes nothing, and nothing but the condition ends the loop. */
export function isPlainLoop(scope: MethodScope, { condition, body }: ForStatement): boolean {
  if (condition === null || !holdsOnly(condition, PLAIN_CONDITION) || !holdsOnly(body, PLAIN_BODY)) return false;
  return namesOf(condition).every((name) => scope.variable(name) !== undefined);
}

function holdsOnly(node: unknown, kinds: ReadonlySet<string>): boolean {
  if (typeof node !== 'object' || node === null) return true;
  const { kind } = node as { kind?: unknown };
  if (typeof kind === 'string' && !kinds.has(kind)) return false;
  return Object.values(node).every((part) => holdsOnly(part, kinds));
}

function namesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { kind, name } = node as { kind?: unknown; name?: unknown };
  return kind === 'name' ? [String(name)] : Object.values(node).flatMap(namesOf);
}
