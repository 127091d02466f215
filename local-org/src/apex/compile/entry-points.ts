/**
 * The names by which the platform calls methods of a class (`compareTo`, `next`, `toString`, …): see `runtime/call.ts`.
 * Values cross here in their generic form.
 */
import type { ClassSymbol, MethodSymbol } from '../check/symbols.ts';
import { entryPointName } from '../runtime/call.ts';
import { types } from '../types/apex-type.ts';
import { fromGeneric, generic } from './convert.ts';
import { value } from './value.ts';
import { jsClassName } from './js-names.ts';
import type { CodeWriter } from './writer.ts';

export function writeEntryPoints(writer: CodeWriter, symbol: ClassSymbol): void {
  const written = new Set<string>();
  for (const overloads of symbol.methods.values()) {
    for (const method of overloads) {
      if (method.access === 'private' || !isCallableByPlatform(method)) continue;
      const name = entryPointName(method.name, method.parameters.length);
      if (written.has(name)) continue;
      written.add(name);
      writer.at(method.declaration.line);
      writer.write(entryPoint(name, method));
    }
  }
}

/** `equals` with another parameter than Object is an overload like any other. */
function isCallableByPlatform(method: MethodSymbol): boolean {
  if (method.name.toLowerCase() !== 'equals') return true;
  return method.parameters.length === 1 && method.parameters[0].type === types.Object;
}

function entryPoint(name: string, method: MethodSymbol): string {
  const names = method.parameters.map((_, index) => `p${index}`);
  const args = method.parameters.map((parameter, index) => fromGeneric(names[index], parameter.type).code);
  const receiver = method.static ? jsClassName(method.owner) : 'this';
  const result = generic(value(method.returns, `${receiver}.${method.slot}(${args.join(', ')})`));
  return `${name}(${names.join(', ')}) { return ${result}; }`;
}
