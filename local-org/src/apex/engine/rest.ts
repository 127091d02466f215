/** Dispatches Apex REST requests ("Exposing Apex Classes as REST Web Services", Apex Developer Guide). */
import type { RestRequestData, RestResponseData } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import type { CompiledProgram } from '../compile/compiled-program.ts';
import { deserializeNode } from '../library/support/json-deserialize.ts';
import { serialize } from '../library/support/json-serialize.ts';
import { parseJson } from '../library/support/json-tree.ts';
import { restContext, RestRequestValue, RestResponseValue } from '../library/system/rest-context.ts';
import { throwApex } from '../runtime/exception.ts';
import { enter, machine } from '../runtime/machine.ts';
import type { RuntimeClass, RuntimeMethod } from '../runtime/runtime-class.ts';
import { entrySharing } from './entry.ts';
import { ApexFailure, asFailure, outermost } from './failure.ts';

const ROOT = '/services/apexrest';
/** Annotations of the methods that answer each HTTP method. */
const ANNOTATIONS: Readonly<Record<string, string>> = {
  GET: 'httpget',
  POST: 'httppost',
  PUT: 'httpput',
  PATCH: 'httppatch',
  DELETE: 'httpdelete',
};

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
  const method = methodFor(runtimeClass, request.method);
  return enter(tx, program, () => {
    // Without a word about sharing, classes called by REST run without it.
    machine.sharing = entrySharing(runtimeClass, false);
    const context = restContext();
    context.request = RestRequestValue.of(request, ROOT + mapping);
    context.response = new RestResponseValue();
    const args = readArguments(method, request);
    return outermost(() => answer(method, method.invoke(null, args)));
  });
}

/** A method that returns nothing answers with what it put into `RestContext.response`. */
function answer(method: RuntimeMethod, result: unknown): RestResponseData {
  const { response } = restContext();
  const data = response?.data() ?? { status: 200, headers: {}, body: new Uint8Array() };
  if (method.returns.name === 'void') return data;
  return {
    status: data.status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', ...data.headers },
    body: new TextEncoder().encode(serialize(result)),
  };
}

/** A body that does not fit the parameters is the client's fault, not an exception of the class. */
function readArguments(method: RuntimeMethod, request: RestRequestData): unknown[] {
  try {
    return argumentsOf(method, request);
  } catch (error) {
    const failure = asFailure(error);
    throw failure instanceof ApexFailure ? new OrgError('JSON_PARSER_ERROR', failure.exceptionMessage) : failure;
  }
}

/** Parameters are the properties of the body; methods of GET and DELETE have none. */
function argumentsOf(method: RuntimeMethod, request: RestRequestData): unknown[] {
  if (method.parameters.length === 0) return [];
  const { root, scanner } = parseJson(new TextDecoder().decode(request.body));
  const given = new Map(root.kind === 'object' ? root.entries.map(([name, value]) => [name.toLowerCase(), value]) : []);
  const known = new Set(method.parameters.map(({ name }) => name.toLowerCase()));
  const unknown = given.keys().find((name) => !known.has(name));
  if (unknown !== undefined) {
    throwApex('System.JSONException', `Unexpected parameter encountered during deserialization: ${unknown}`);
  }
  return method.parameters.map(({ name, type }) => {
    const node = given.get(name.toLowerCase());
    return node === undefined ? null : deserializeNode(node, type, scanner, true);
  });
}

function methodFor(runtimeClass: RuntimeClass, httpMethod: string): RuntimeMethod {
  const withAnnotation = (annotation: string) =>
    runtimeClass.methods.find((method) => method.annotations.some(({ name }) => name === annotation));
  const found = withAnnotation(ANNOTATIONS[httpMethod] ?? '');
  if (found !== undefined) return found;
  const allowed = Object.keys(ANNOTATIONS).filter((verb) => withAnnotation(ANNOTATIONS[verb]!) !== undefined);
  throw new OrgError('METHOD_NOT_ALLOWED', `HTTP Method '${httpMethod}' not allowed. Allowed are ${allowed.join(',')}`);
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
