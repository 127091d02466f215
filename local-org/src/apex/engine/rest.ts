/** Dispatches Apex REST requests ("Exposing Apex Classes as REST Web Services", Apex Developer Guide). */
import type { RestRequestData, RestResponseData } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import { deserializeNode } from '../library/support/json-deserialize.ts';
import { serialize } from '../library/support/json-serialize.ts';
import { parseJson } from '../library/support/json-tree.ts';
import { restContext, RestRequestValue, RestResponseValue } from '../library/system/rest-context.ts';
import { setExecutionContext } from '../runtime/execution-context.ts';
import { enter, machine } from '../runtime/machine.ts';
import type { RuntimeClass, RuntimeMethod } from '../runtime/runtime-class.ts';
import { types } from '../types/apex-type.ts';
import { entrySharing } from './entry.ts';
import { ApexFailure, asFailure, outermost } from './failure.ts';

/** Undefined when no class maps the path, which is what follows `/services/apexrest`. */
export function callRestResource(
  tx: Transaction,
  program: CompiledProgram,
  request: RestRequestData,
): RestResponseData | undefined {
  const resource = findResource(program, request.path);
  if (resource === undefined) return undefined;
  const { runtimeClass, mapping } = resource;
  if (!tx.org.security.hasApexClass(tx.user.id, runtimeClass.name)) {
    throw new OrgError('FORBIDDEN', `You do not have access to the Apex class named: ${runtimeClass.name}`);
  }
  const annotation = `http${request.method.toLowerCase()}`;
  const method = runtimeClass.methods.find(({ annotations }) => annotations.some(({ name }) => name === annotation));
  if (method === undefined) {
    throw new OrgError(
      'METHOD_NOT_ALLOWED',
      `HTTP Method '${request.method}' not allowed. Allowed are ${allowed(runtimeClass)}`,
    );
  }
  setExecutionContext(tx, { quiddity: 'REST', jobId: null });
  return enter(tx, program, () => {
    machine.sharing = entrySharing(runtimeClass, false);
    const args = readArguments(method, request);
    return outermost(() => respond(method, args, request, mapping));
  });
}

interface Resource {
  readonly runtimeClass: RuntimeClass;
  readonly mapping: string;
}

/** The class with the longest mapping that fits; `*` at the end of a mapping stands for anything. */
function findResource(program: CompiledProgram, path: string): Resource | undefined {
  let best: Resource | undefined;
  for (const runtimeClass of program.classes()) {
    const mapping = runtimeClass.annotations.find(({ name }) => name === 'restresource')?.values.get('urlmapping');
    if (typeof mapping !== 'string' || !fits(path, mapping)) continue;
    if (best === undefined || mapping.length > best.mapping.length) best = { runtimeClass, mapping };
  }
  return best;
}

function fits(path: string, mapping: string): boolean {
  if (!mapping.endsWith('*')) return path.toLowerCase() === mapping.toLowerCase();
  const prefix = mapping.slice(0, -1).toLowerCase();
  return path.toLowerCase().startsWith(prefix) || `${path.toLowerCase()}/` === prefix;
}

function allowed(runtimeClass: RuntimeClass): string {
  return runtimeClass.methods
    .flatMap(({ annotations }) => annotations.map(({ name }) => /^http(get|post|put|patch|delete)$/.exec(name)?.[1]))
    .filter((name) => name !== undefined)
    .map((name) => name.toUpperCase())
    .join(',');
}

/** A method that returns a value answers with its JSON; a void one with what it set on the response. */
function respond(
  method: RuntimeMethod,
  args: readonly unknown[],
  request: RestRequestData,
  mapping: string,
): RestResponseData {
  const state = restContext();
  state.request = RestRequestValue.of(request, `/services/apexrest${mapping}`);
  state.response = new RestResponseValue();
  const result = method.invoke(null, args);
  const response = (state.response ?? new RestResponseValue()).data();
  if (method.returns === types.void) return response;
  const headers = { 'Content-Type': 'application/json', ...response.headers };
  return { ...response, headers, body: new TextEncoder().encode(serialize(result)) };
}

/** A body that does not fit the parameters is the client's fault, not an exception of the class. */
function readArguments(method: RuntimeMethod, request: RestRequestData): unknown[] {
  try {
    return argumentsOf(method, request);
  } catch (error) {
    const failure = error instanceof OrgError ? error : asFailure(error);
    throw failure instanceof ApexFailure ? new OrgError('JSON_PARSER_ERROR', failure.exceptionMessage) : failure;
  }
}

/** Parameters are the attributes of the request's JSON object; those that it does not have are null. */
function argumentsOf(method: RuntimeMethod, request: RestRequestData): unknown[] {
  if (method.parameters.length === 0) return [];
  const text = new TextDecoder().decode(request.body);
  const { root, scanner } = parseJson(text.trim() === '' ? '{}' : text);
  const given = new Map(root.kind === 'object' ? root.entries : []);
  for (const name of given.keys()) {
    if (method.parameters.some((parameter) => parameter.name === name)) continue;
    throw new OrgError('JSON_PARSER_ERROR', `Unexpected parameter encountered during deserialization: ${name}`);
  }
  return method.parameters.map(({ name, type }) => {
    const node = given.get(name);
    return node === undefined ? null : deserializeNode(node, type, scanner, false);
  });
}
