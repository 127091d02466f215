/** Names of stack frames, as the platform writes them, from the names of generated methods. */
import type { ClassSymbol } from '../check/symbols.ts';
import { unitMethod } from './unit-class.ts';

/** Answers `Class.Foo.bar` for the method that was generated for `bar`. */
export function frameNamer(symbol: ClassSymbol): (functionName: string) => string {
  const names = new Map<string, string>();
  for (const overloads of symbol.methods.values()) {
    for (const method of overloads) names.set(method.slot.split('$')[0], method.name);
  }
  for (const field of symbol.fields.values()) {
    names.set(`get${field.slot}`, `__sfdc_${field.name}`);
    names.set(`set${field.slot}`, `__sfdc_${field.name}`);
  }
  const prefix = prefixOf(symbol);
  if (!prefix.startsWith('Class.')) names.set(unitMethod.replace('$', ''), '');
  return (functionName) => {
    if (functionName.startsWith('new$') || functionName.startsWith('$init')) return `${prefix}.<init>`;
    if (functionName === '$clinit') return `${prefix}.<clinit>`;
    const name = names.get(functionName.split('$')[0]);
    return name === undefined || name === '' ? prefix : `${prefix}.${name}`;
  };
}

function prefixOf(symbol: ClassSymbol): string {
  if (symbol.unitKind === 'class' || symbol.outer !== null) return `Class.${symbol.name}`;
  return symbol.unitKind === 'trigger' ? `Trigger.${symbol.name}` : 'AnonymousBlock';
}
