/** Decides visibility rules ("ComponentInstance", `visibilityRule`, in the Metadata API Developer Guide). */
import type { RecordData } from '../records/types.ts';

export type Criterion =
  | { readonly result: boolean }
  | { readonly recordPath: string; readonly operator: string; readonly value: string | null }
  | { readonly formFactor: true; readonly operator: string; readonly value: string | null };

export interface Visibility {
  readonly logic: string | null;
  readonly criteria: readonly Criterion[];
}

export function isVisible(rule: Visibility | null, record: RecordData | undefined): boolean {
  if (rule === null) return true;
  const results = rule.criteria.map((criterion) => isMet(criterion, record));
  return rule.logic === null ? results.every(Boolean) : evaluate(rule.logic, results);
}

/** Fields of the record that a rule asks for. */
export function recordPaths(rule: Visibility | null): readonly string[] {
  return rule?.criteria.flatMap((criterion) => ('recordPath' in criterion ? [criterion.recordPath] : [])) ?? [];
}

function isMet(criterion: Criterion, record: RecordData | undefined): boolean {
  if ('result' in criterion) return criterion.result;
  const actual = 'recordPath' in criterion ? valueAt(record, criterion.recordPath) : 'Large';
  return compare(actual, criterion.operator, criterion.value ?? '');
}

function valueAt(record: RecordData | undefined, path: string): unknown {
  let value: unknown = record;
  for (const name of path.split('.')) value = (value as RecordData | null | undefined)?.fields[name]?.value;
  return value ?? null;
}

function compare(actual: unknown, operator: string, expected: string): boolean {
  const left = actual === null ? '' : String(actual);
  switch (operator) {
    case 'EQUAL':
      return isSame(actual, left, expected);
    case 'NE':
      return !isSame(actual, left, expected);
    case 'CONTAINS':
      return left.toLowerCase().includes(expected.toLowerCase());
    default:
      return (
        actual !== null &&
        order(operator, typeof actual === 'number' ? actual - Number(expected) : left.localeCompare(expected))
      );
  }
}

function isSame(actual: unknown, left: string, expected: string): boolean {
  return typeof actual === 'number' && expected !== ''
    ? actual === Number(expected)
    : left.toLowerCase() === expected.toLowerCase();
}

function order(operator: string, difference: number): boolean {
  switch (operator) {
    case 'GT':
      return difference > 0;
    case 'GE':
      return difference >= 0;
    case 'LT':
      return difference < 0;
    case 'LE':
      return difference <= 0;
    default:
      throw new Error(`Not supported: the operator ${operator} in a visibility rule`);
  }
}

/** `1 AND (2 OR NOT 3)` over the results, by number from 1. */
function evaluate(logic: string, results: readonly boolean[]): boolean {
  const tokens = logic.match(/\d+|AND|OR|NOT|[()]/gi) ?? [];
  let position = 0;
  const accept = (word: string): boolean => {
    if (tokens[position]?.toUpperCase() !== word) return false;
    position++;
    return true;
  };
  const or = (): boolean => {
    let value = and();
    while (accept('OR')) value = and() || value;
    return value;
  };
  const and = (): boolean => {
    let value = not();
    while (accept('AND')) value = not() && value;
    return value;
  };
  const not = (): boolean => {
    if (accept('NOT')) return !not();
    if (!accept('(')) return results[Number(tokens[position++]) - 1] ?? false;
    const value = or();
    accept(')');
    return value;
  };
  return or();
}
