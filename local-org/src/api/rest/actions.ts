/** Invocable actions: Apex methods and flows of the project (REST API Developer Guide, "Invocable Actions Custom"). */
import type { DataValue } from '../../database/services.ts';
import { SObject } from '../../schema/sobject.ts';
import { OrgError } from '../../schema/errors.ts';
import { param, transact, type Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { notFound } from '../http/errors.ts';
import { asArray, isObject, readObject, type JsonObject } from '../json/read-body.ts';
import { valueJson } from '../json/record-json.ts';
import { readRecord } from '../json/read-record.ts';
import type { Route } from '../router.ts';

export const actionRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'actions', resource: (call) => ok({ custom: `${call.basePath}/actions/custom` }) },
  { method: 'GET', pattern: 'actions/custom', resource: kinds },
  { method: 'GET', pattern: 'actions/custom/apex', resource: listApex },
  { method: 'GET', pattern: 'actions/custom/flow', resource: listFlows },
  { method: 'GET', pattern: 'actions/custom/apex/:name', resource: describeApex },
  { method: 'POST', pattern: 'actions/custom/apex/:name', resource: runApex },
  { method: 'POST', pattern: 'actions/custom/flow/:name', resource: runFlow },
];

type Values = Readonly<Record<string, DataValue>>;

function kinds(call: Call): Answer {
  const base = `${call.basePath}/actions/custom`;
  return ok({ apex: `${base}/apex`, flow: `${base}/flow` });
}

function listApex(call: Call): Answer {
  const actions = [...call.org.metadata.apexClasses.keys()].flatMap((name) => {
    const action = call.org.apex.describeAction(name);
    return action === undefined
      ? []
      : [{ label: action.label, name, type: 'APEX', url: `${call.basePath}/actions/custom/apex/${name}` }];
  });
  return ok({ actions });
}

function listFlows(call: Call): Answer {
  const actions = [...call.org.metadata.flows.keys()].map((name) => {
    return { label: name, name, type: 'FLOW', url: `${call.basePath}/actions/custom/flow/${name}` };
  });
  return ok({ actions });
}

function describeApex(call: Call): Answer {
  const name = param(call, 'name');
  const action = call.org.apex.describeAction(name);
  if (action === undefined) throw notFound();
  return ok({
    name,
    label: action.label,
    type: 'APEX',
    description: action.description ?? null,
    inputs: action.inputs,
    outputs: action.outputs,
  });
}

function runApex(call: Call): Answer {
  const name = param(call, 'name');
  if (call.org.apex.describeAction(name) === undefined || !call.org.security.hasApexClass(call.user.id, name))
    throw notFound();
  const inputs = readInputs(call);
  return answerAll(name, inputs, () => transact(call, (tx) => call.org.apex.invokeAction(tx, name, inputs)));
}

/** One interview for each input, each in a transaction of its own. */
function runFlow(call: Call): Answer {
  const name = param(call, 'name');
  if (!call.org.metadata.flows.has(name)) throw notFound();
  const answers = readInputs(call).map((input) => {
    return answerAll(name, [input], () => [transact(call, (tx) => call.org.flows.start(tx, name, input))]);
  });
  const status = answers.some((answer) => answer.status !== 200) ? 400 : 200;
  return { status, body: answers.flatMap((answer) => answer.body as unknown[]) };
}

function answerAll(name: string, inputs: readonly Values[], run: () => readonly Values[]): Answer {
  try {
    const outputs = run();
    return ok(
      outputs.map((output) => ({ actionName: name, errors: null, isSuccess: true, outputValues: dataJson(output) })),
    );
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const errors = [{ statusCode: error.code, message: error.message, fields: error.fields }];
    return {
      status: 400,
      body: inputs.map(() => ({ actionName: name, errors, isSuccess: false, outputValues: null })),
    };
  }
}

function readInputs(call: Call): Values[] {
  const { inputs = [{}] } = readObject(call.request);
  return asArray(inputs, 'inputs').map((input) => (isObject(input) ? dataValues(call, input) : {}));
}

function dataValues(call: Call, json: JsonObject): Values {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, dataValue(call, value)]));
}

/** JSON objects with `attributes.type` are records; other objects are structures. */
function dataValue(call: Call, value: unknown): DataValue {
  if (Array.isArray(value)) return value.map((entry) => dataValue(call, entry));
  if (!isObject(value)) return value as DataValue;
  const type = isObject(value.attributes) ? value.attributes.type : undefined;
  return typeof type === 'string'
    ? readRecord(value, call.org.schema.require(type), call.org.schema)
    : dataValues(call, value);
}

function dataJson(value: DataValue): unknown {
  if (value instanceof SObject) {
    const fields = [...value.values].map(([name, entry]) => [name, valueJson(entry)]);
    return { attributes: { type: value.schema.name }, ...Object.fromEntries(fields) };
  }
  if (Array.isArray(value)) return value.map((entry) => dataJson(entry as DataValue));
  if (isPlainObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, dataJson(entry)]));
  return valueJson(value as Exclude<DataValue, readonly DataValue[] | Values | SObject>);
}

function isPlainObject(value: DataValue): value is Values {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
