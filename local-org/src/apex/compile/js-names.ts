/** Names in generated code. */
import type { ClassSymbol } from '../check/symbols.ts';

/** Name of a generated class inside its script. */
export function jsClassName(symbol: ClassSymbol): string {
  return `C${symbol.id}`;
}
