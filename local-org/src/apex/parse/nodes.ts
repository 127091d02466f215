/** Helpers to read the parser's tree. Its declared types leave out that what is optional may be null. */
import type { ApexParserRuleContext as Context } from '@apexdevtools/apex-parser';
import type { Node } from '../ast/nodes.ts';

/** Position of the first token. */
export function at(context: Context): Node {
  return { line: context.start.line, column: context.start.column + 1 };
}

/** What the grammar makes optional. */
export function optional<T>(child: T): T | null {
  return child ?? null;
}

/** Applies `build` to an optional child. */
export function maybe<C, T>(child: C, build: (child: NonNullable<C>) => T): T | null {
  return child === null || child === undefined ? null : build(child);
}
