/** How the conditions of a list combine: `and`, `or`, or an expression such as `1 AND (2 OR NOT 3)`. */
export type ConditionLogic =
  | { readonly kind: 'condition'; readonly index: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionLogic[] }
  | { readonly kind: 'not'; readonly part: ConditionLogic };

/** Undefined when the expression is malformed or names a condition that is not there. */
export function parseConditionLogic(source: string | undefined, count: number): ConditionLogic | undefined {
  const word = source?.trim().toLowerCase() ?? 'and';
  if (word === 'and' || word === 'or') {
    return { kind: word, parts: Array.from({ length: count }, (_, index) => ({ kind: 'condition', index })) };
  }
  const tokens = word.match(/\d+|and|or|not|[()]|\S/g) ?? [];
  const logic = parseOr(tokens);
  return logic !== undefined && tokens.length === 0 && conditionsOf(logic).every((index) => index < count)
    ? logic
    : undefined;
}

/** Whether the logic holds for conditions that are evaluated when they matter. */
export function evaluateLogic(logic: ConditionLogic, condition: (index: number) => boolean): boolean {
  switch (logic.kind) {
    case 'condition':
      return condition(logic.index);
    case 'and':
      return logic.parts.every((part) => evaluateLogic(part, condition));
    case 'or':
      return logic.parts.some((part) => evaluateLogic(part, condition));
    case 'not':
      return !evaluateLogic(logic.part, condition);
  }
}

/** The logic as an expression over texts for the conditions. */
export function formatLogic(logic: ConditionLogic, condition: (index: number) => string): string {
  switch (logic.kind) {
    case 'condition':
      return condition(logic.index);
    case 'not':
      return `(NOT ${formatLogic(logic.part, condition)})`;
    default:
      return `(${logic.parts.map((part) => formatLogic(part, condition)).join(logic.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
}

function conditionsOf(logic: ConditionLogic): number[] {
  if (logic.kind === 'condition') return [logic.index];
  return logic.kind === 'not' ? conditionsOf(logic.part) : logic.parts.flatMap(conditionsOf);
}

function parseOr(tokens: string[]): ConditionLogic | undefined {
  return parseChain(tokens, 'or', () => parseChain(tokens, 'and', () => parseNot(tokens)));
}

function parseChain(
  tokens: string[],
  word: 'and' | 'or',
  parsePart: () => ConditionLogic | undefined,
): ConditionLogic | undefined {
  const parts: ConditionLogic[] = [];
  do {
    const part = parsePart();
    if (part === undefined) return undefined;
    parts.push(part);
  } while (accept(tokens, word));
  return parts.length === 1 ? parts[0] : { kind: word, parts };
}

function parseNot(tokens: string[]): ConditionLogic | undefined {
  if (accept(tokens, 'not')) {
    const part = parseNot(tokens);
    return part && { kind: 'not', part };
  }
  if (accept(tokens, '(')) {
    const inner = parseOr(tokens);
    return accept(tokens, ')') ? inner : undefined;
  }
  const token = tokens.shift();
  return token !== undefined && /^[1-9]\d*$/.test(token) ? { kind: 'condition', index: Number(token) - 1 } : undefined;
}

function accept(tokens: string[], word: string): boolean {
  if (tokens[0] !== word) return false;
  tokens.shift();
  return true;
}
