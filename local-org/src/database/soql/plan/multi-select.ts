import type { FieldValue } from '../../../schema/values/index.ts';
import { fold } from '../../store/text.ts';
import type { Value } from '../ast.ts';
import type { PlanContext } from './context.ts';
import { literalValue, type Place, wrongType } from './filter-value.ts';
import { asList } from './in-list.ts';
import type { Producer } from './parameters.ts';
import { comparisonKey, type SqlValue } from './sql-value.ts';

/**
 * `INCLUDES ('a;b', 'c')`: a and b are both selected, or c is ("Querying Multi-Select Picklists", SOQL and SOSL Reference). The
 * alternatives travel as JSON, `[["a","b"],["c"]]`.
 */
export function includes(context: PlanContext, left: SqlValue, value: Value, place: Place): string {
  const alternatives = context.parameters.dynamic(alternativesOf(left, value, place));
  const missing = `instr(';'||${comparisonKey(left)}||';',';'||item.value||';') IS NOT TRUE`;
  return (
    `EXISTS (SELECT 1 FROM json_each(${alternatives}) alternative WHERE ${left.sql} IS NOT NULL AND ` +
    `NOT EXISTS (SELECT 1 FROM json_each(alternative.value) item WHERE ${missing}))`
  );
}

function alternativesOf(left: SqlValue, value: Value, place: Place): Producer {
  const encode = (items: readonly FieldValue[]) =>
    JSON.stringify(
      items.map((item) => {
        if (typeof item !== 'string') throw wrongType(left, place);
        return fold(item).split(';');
      }),
    );
  if (value.kind === 'bind') return (run) => encode(asList(run.bind(value.bind)));
  const items = value.kind === 'list' ? value.values : [value];
  if (items.every(({ kind }) => kind === 'string')) {
    const encoded = encode(items.map(literalValue));
    return () => encoded;
  }
  return (run) =>
    encode(items.flatMap((item) => (item.kind === 'bind' ? asList(run.bind(item.bind)) : [literalValue(item)])));
}
