/** Rows written as a table. */
import type { Rows, Values } from '../rows.ts';

/** Adds rows of one object: a line of values for each, in the order of the names. */
export function table(
  rows: Rows,
  object: string,
  names: readonly string[],
  lines: readonly (readonly Values[string][])[],
): void {
  for (const [index, line] of lines.entries()) {
    const [key, ...values] = line;
    const entries = names.map((name, position) => [name, values[position] ?? null] as const);
    rows.add(
      object,
      String(key ?? `${object}${index}`),
      Object.fromEntries(entries.filter(([, value]) => value !== null)),
    );
  }
}
