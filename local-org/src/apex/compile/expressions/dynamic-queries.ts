/** `Database.query('… :ids')`, `Search.query('FIND :text …')`: the text may name variables in scope (see `runtime/dynamic-binds.ts`). */
import type { Callable } from '../../check/members.ts';
import { types } from '../../types/apex-type.ts';
import { generic } from '../convert.ts';
import type { MethodScope } from '../method-scope.ts';
import { value } from '../value.ts';

const methods = new Set(['query', 'countquery', 'getquerylocator', 'getcursor', 'getpaginationcursor']);

export function takesDynamicQuery(callable: Callable): boolean {
  return (
    ['Database', 'Search'].includes(callable.library?.owner.name ?? '') &&
    methods.has(callable.name.toLowerCase()) &&
    callable.parameters[0] === types.String
  );
}

export function withDynamicBinds(scope: MethodScope, call: string): string {
  const cases = new Map<string, string>();
  for (const variable of scope.variables()) {
    const key = variable.name.toLowerCase();
    if (!cases.has(key)) cases.set(key, generic(value(variable.type, variable.code)));
  }
  const symbols = scope.owner === null ? [] : [scope.owner, scope.universe.superclassOf(scope.owner)];
  for (const field of symbols.flatMap((symbol) => [...(symbol?.fields.values() ?? [])])) {
    const key = field.name.toLowerCase();
    if (cases.has(key) || (scope.static && !field.static)) continue;
    const holder = field.static ? scope.unit.staticsCode(field.owner) : 'this';
    // Properties with code of their own are not variables.
    if (field.property?.plain !== false) cases.set(key, generic(value(field.type, `${holder}.${field.slot}`)));
  }
  const branches = [...cases].map(([name, code]) => `case ${JSON.stringify(name)}: return ${code};`);
  return `$R.withDynamicBinds((name) => { switch (name) { ${branches.join(' ')} } }, () => ${call})`;
}
