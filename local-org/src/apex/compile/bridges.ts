/** Methods of interfaces that a class implements with one of wider parameters (`check/verify.ts`), under their own names. */
import { allSupertypes, widerMethod } from '../check/verify.ts';
import type { ClassSymbol, MethodSymbol } from '../check/symbols.ts';
import { convertCode } from './convert.ts';
import type { Unit } from './unit.ts';
import { value } from './value.ts';
import type { CodeWriter } from './writer.ts';

export function writeBridges({ universe }: Unit, writer: CodeWriter, symbol: ClassSymbol): void {
  if (symbol.kind !== 'class') return;
  const written = new Set<string>();
  for (const type of allSupertypes(universe, symbol.type)) {
    const owner = universe.classOf(type);
    if (owner?.kind !== 'interface') continue;
    for (const required of [...owner.methods.values()].flat()) {
      if (written.has(required.slot)) continue;
      const parameters = required.parameters.map((parameter) => parameter.type);
      const wider = widerMethod(universe, symbol, { name: required.name, parameters });
      if (wider === undefined || wider.slot === required.slot || hasSlot(universe, symbol, required)) continue;
      written.add(required.slot);
      writer.write(bridge(required, wider));
    }
  }
}

function hasSlot(universe: Unit['universe'], symbol: ClassSymbol, { name, slot }: MethodSymbol): boolean {
  for (let owner: ClassSymbol | undefined = symbol; owner !== undefined; owner = universe.superclassOf(owner)) {
    if (owner.methods.get(name.toLowerCase())?.some((method) => method.slot === slot) === true) return true;
  }
  return false;
}

function bridge(required: MethodSymbol, wider: MethodSymbol): string {
  const names = required.parameters.map((_, index) => `p${index}`);
  const args = required.parameters.map(({ type }, index) =>
    convertCode(value(type, names[index]), wider.parameters[index].type),
  );
  const result = convertCode(value(wider.returns, `this.${wider.slot}(${args.join(', ')})`), required.returns);
  return `${required.slot}(${names.join(', ')}) { return ${result}; }`;
}
