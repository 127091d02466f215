/** Parents with their children in one call, all or none (REST API Developer Guide, "sObject Tree"). */
import type { SaveError } from '../../database/services.ts';
import { DmlError } from '../../database/dml-error.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import { param, saveOptions, transact, visibleObject, type Call } from '../call.ts';
import { created, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, isObject, readObject, requiredText, type JsonObject } from '../json/read-body.ts';
import { readRecord } from '../json/read-record.ts';
import type { Route } from '../router.ts';

const MOST_RECORDS = 200;
const DEEPEST = 5;

export const treeRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'composite/tree/:object', resource: insertTree },
];

interface Node {
  readonly referenceId: string;
  readonly record: SObject;
  readonly depth: number;
  readonly parent: { readonly node: Node; readonly field: string } | undefined;
}

/** Problems of a tree, by the reference ids of the records that have them. */
class TreeError extends Error {
  readonly problems: readonly { referenceId: string; errors: readonly SaveError[] }[];

  constructor(problems: readonly { referenceId: string; errors: readonly SaveError[] }[]) {
    super('The tree has errors');
    this.problems = problems;
  }
}

function insertTree(call: Call): Answer {
  const object = visibleObject(call, param(call, 'object'));
  try {
    const nodes = readNodes(call, object, readObject(call.request).records, undefined);
    checkReferences(nodes);
    transact(call, (tx) => insertByDepth(call, tx, nodes));
    return created({
      hasErrors: false,
      results: nodes.map(({ referenceId, record }) => ({ referenceId, id: record.id })),
    });
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    return { status: 400, body: { hasErrors: true, results: error.problems } };
  }
}

/** The records of the list with all below them, parents before children. */
function readNodes(call: Call, object: ObjectSchema, list: unknown, parent: Node['parent']): Node[] {
  return asArray(list, 'records').flatMap((entry) => readNode(call, object, asObject(entry, 'a record'), parent));
}

function readNode(call: Call, object: ObjectSchema, json: JsonObject, parent: Node['parent']): Node[] {
  const { attributes } = json;
  if (!isObject(attributes)) throw new ApiError(400, 'INVALID_INPUT', 'A record of a tree needs attributes');
  const referenceId = requiredText(attributes, 'referenceId');
  const type = requiredText(attributes, 'type');
  if (type.toLowerCase() !== object.name.toLowerCase()) {
    throw new TreeError([{ referenceId, errors: [invalid(`Record type ${type} does not match ${object.name}`)] }]);
  }
  const [children, own] = splitChildren(json);
  const node: Node = {
    referenceId,
    record: recordOf(call, object, own, referenceId),
    depth: (parent?.node.depth ?? 0) + 1,
    parent,
  };
  if (node.depth > DEEPEST)
    throw new TreeError([{ referenceId, errors: [invalid(`Trees can be ${DEEPEST} levels deep`)] }]);
  return [node, ...children.flatMap(([name, list]) => readChildren(call, object, node, name, list))];
}

function readChildren(call: Call, object: ObjectSchema, node: Node, name: string, list: unknown): Node[] {
  const child = object.childRelationships.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase(),
  );
  if (child === undefined) {
    throw new TreeError([
      { referenceId: node.referenceId, errors: [invalid(`No such relation ${name} on ${object.name}`)] },
    ]);
  }
  return readNodes(call, call.org.schema.require(child.childObject), list, { node, field: child.field });
}

/** Properties with a `records` list are children; all others belong to the record. */
function splitChildren(json: JsonObject): [children: [string, unknown][], own: JsonObject] {
  const children: [string, unknown][] = [];
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(json)) {
    if (isObject(value) && 'records' in value) children.push([name, value.records]);
    else own[name] = value;
  }
  return [children, own];
}

function recordOf(call: Call, object: ObjectSchema, json: JsonObject, referenceId: string): SObject {
  try {
    return readRecord(json, object, call.org.schema);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    throw new TreeError([
      { referenceId, errors: [{ statusCode: error.code, message: error.message, fields: error.fields }] },
    ]);
  }
}

function checkReferences(nodes: readonly Node[]): void {
  if (nodes.length > MOST_RECORDS) throw new ApiError(400, 'INVALID_INPUT', `Trees can have ${MOST_RECORDS} records`);
  const ids = nodes.map((node) => node.referenceId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined)
    throw new TreeError([
      { referenceId: repeated, errors: [invalid(`Duplicate ReferenceId provided in the request: ${repeated}`)] },
    ]);
}

/** One insert for each level and object. */
function insertByDepth(call: Call, tx: Transaction, nodes: readonly Node[]): void {
  for (let depth = 1; depth <= DEEPEST; depth++) {
    const level = nodes.filter((node) => node.depth === depth);
    for (const group of Map.groupBy(level, (node) => node.record.schema).values()) {
      for (const { record, parent } of group) if (parent !== undefined) record.set(parent.field, parent.node.record.id);
      insertGroup(call, tx, group);
    }
  }
}

function insertGroup(call: Call, tx: Transaction, group: readonly Node[]): void {
  try {
    call.org.dml.insert(
      tx,
      group.map((node) => node.record),
      saveOptions(call, true),
    );
  } catch (error) {
    if (!(error instanceof DmlError)) throw error;
    throw new TreeError(
      error.failures.map(({ row, errors }) => ({ referenceId: group[row]?.referenceId ?? '', errors })),
    );
  }
}

function invalid(message: string): SaveError {
  return { statusCode: 'INVALID_INPUT', message, fields: [] };
}
