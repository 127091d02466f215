/** Dispatches Apex REST requests ("Exposing Apex Classes as REST Web Services", Apex Developer Guide). */
import type { RestRequestData, RestResponseData } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import type { RuntimeClass } from '../runtime/runtime-class.ts';

/** Undefined when no class maps the path, which is what follows `/services/apexrest`. */
export function callRestResource(
  _tx: Transaction,
  program: CompiledProgram,
  request: RestRequestData,
): RestResponseData | undefined {
  const resource = findResource(program, request.path);
  if (resource === undefined) return undefined;
  throw new NotSupported('Apex REST', resource.name);
}

/** The class with the longest mapping that fits; `*` at the end of a mapping stands for anything. */
function findResource(program: CompiledProgram, path: string): RuntimeClass | undefined {
  let best: { readonly runtimeClass: RuntimeClass; readonly length: number } | undefined;
  for (const runtimeClass of program.classes()) {
    const mapping = runtimeClass.annotations.find(({ name }) => name === 'restresource')?.values.get('urlmapping');
    if (typeof mapping !== 'string' || !fits(path, mapping)) continue;
    if (best === undefined || mapping.length > best.length) best = { runtimeClass, length: mapping.length };
  }
  return best?.runtimeClass;
}

function fits(path: string, mapping: string): boolean {
  if (!mapping.endsWith('*')) return path.toLowerCase() === mapping.toLowerCase();
  const prefix = mapping.slice(0, -1).toLowerCase();
  return path.toLowerCase().startsWith(prefix) || `${path.toLowerCase()}/` === prefix;
}
