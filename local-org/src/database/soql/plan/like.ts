import { fold } from '../../store/text.ts';
import type { Value } from '../ast.ts';
import type { PlanContext } from './context.ts';
import { type Place, wrongType } from './filter-value.ts';
import { asList } from './in-list.ts';
import { jsonList } from '../../store/json-list.ts';
import type { RunContext } from './parameters.ts';
import { comparisonKey, type SqlValue } from './sql-value.ts';

/**
 * `LIKE`: `%` is any text, `_` any character, both literal after a backslash; case does not matter. A bound list, and a list
 * of literals, means any of its patterns.
 */
export function likePattern(context: PlanContext, left: SqlValue, value: Value, place: Place): string {
  const key = comparisonKey(left);
  const patterns = patternsOf(left, value, place);
  if (value.kind === 'string') {
    return `${key} LIKE ${context.parameters.dynamic((run) => patterns(run)[0]!)} ESCAPE '\\'`;
  }
  const list = context.parameters.dynamic((run) => jsonList(patterns(run)));
  return `EXISTS (SELECT 1 FROM json_each(${list}) p WHERE ${key} LIKE p.value ESCAPE '\\')`;
}

function patternsOf(left: SqlValue, value: Value, place: Place): (run: RunContext) => (string | null)[] {
  if (value.kind === 'null') return () => [null];
  if (value.kind === 'string') {
    const pattern = fold(value.pattern);
    return () => [pattern];
  }
  if (value.kind === 'list') {
    const parts = value.values.map((item) => patternsOf(left, item, place));
    return (run) => parts.flatMap((part) => part(run));
  }
  if (value.kind !== 'bind') throw wrongType(left, place);
  return (run) =>
    asList(run.bind(value.bind)).map((item) => {
      if (item !== null && typeof item !== 'string') throw wrongType(left, place);
      return item === null ? null : fold(item);
    });
}
