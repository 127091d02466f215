/**
 * `WHERE Id = :ids` with a collection means what `IN` means, and `!=` what `NOT IN` does. Which it is shows only when the
 * query runs, so a query has a variant for the binds that turn out to be collections.
 */
import type { QueryOptions, SoqlBind } from '../services.ts';
import type { Comparison, Condition, SoqlQuery } from './ast.ts';

type Equation = Comparison & { readonly value: { readonly kind: 'bind'; readonly bind: SoqlBind } };

const equationsOf = new WeakMap<SoqlQuery, readonly Equation[]>();
const variantsOf = new WeakMap<SoqlQuery, Map<string, SoqlQuery>>();

/** The query itself, or its variant for what the variables hold. */
export function withListBinds(query: SoqlQuery, { bind }: QueryOptions): SoqlQuery {
  let equations = equationsOf.get(query);
  if (equations === undefined) equationsOf.set(query, (equations = findEquations(query.where)));
  if (equations.length === 0 || bind === undefined) return query;
  const lists = new Set<Comparison>(equations.filter(({ value }) => Array.isArray(bind(value.bind))));
  if (lists.size === 0) return query;
  const key = equations.map((equation) => Number(lists.has(equation))).join('');
  const variants = variantsOf.get(query) ?? new Map<string, SoqlQuery>();
  variantsOf.set(query, variants);
  let variant = variants.get(key);
  if (variant === undefined) variants.set(key, (variant = { ...query, where: withLists(query.where!, lists) }));
  return variant;
}

function findEquations(condition: Condition | undefined): Equation[] {
  if (condition === undefined) return [];
  if (condition.kind === 'not') return findEquations(condition.operand);
  if (condition.kind !== 'comparison') return condition.operands.flatMap(findEquations);
  return isEquation(condition) ? [condition] : [];
}

function isEquation(comparison: Comparison): comparison is Equation {
  return (comparison.operator === '=' || comparison.operator === '!=') && comparison.value.kind === 'bind';
}

function withLists(condition: Condition, lists: ReadonlySet<Comparison>): Condition {
  if (condition.kind === 'not') return { ...condition, operand: withLists(condition.operand, lists) };
  if (condition.kind !== 'comparison') {
    return { ...condition, operands: condition.operands.map((operand) => withLists(operand, lists)) };
  }
  return lists.has(condition) ? { ...condition, operator: condition.operator === '=' ? 'IN' : 'NOT IN' } : condition;
}
