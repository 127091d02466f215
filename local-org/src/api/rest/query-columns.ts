/** `query?columns=true`: what the columns of a query are; command lines make their tables from it. */
import type { ResultShape } from '../../database/services.ts';
import type { FunctionCall, SoqlQuery } from '../../database/soql/ast.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';

interface Column {
  readonly aggregate: boolean;
  readonly apexType: string;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: readonly Column[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

const NUMBER_TYPES = new Set(['int', 'double', 'currency', 'percent']);
const APEX_TYPES: Readonly<Record<string, string>> = {
  boolean: 'Boolean',
  currency: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  double: 'Decimal',
  id: 'Id',
  int: 'Integer',
  percent: 'Decimal',
  reference: 'Id',
  time: 'Time',
};

export function queryColumns(query: SoqlQuery, shape: ResultShape, schema: Schema) {
  const object = schema.object(query.from[0]?.path.names[0] ?? '');
  return {
    columnMetadata: columnsOf(shape, object, schema, functionsByName(query)),
    entityName: object?.name ?? null,
    groupBy: query.groupBy !== undefined,
    idSelected: shape.names.includes('Id'),
    keyPrefix: object?.keyPrefix ?? null,
  };
}

/** Functions of the select list under the names of their results: the alias, or `expr0`, `expr1`, … */
function functionsByName(query: SoqlQuery): ReadonlyMap<string, FunctionCall> {
  const functions = new Map<string, FunctionCall>();
  let unnamed = 0;
  for (const item of query.select) {
    if (item.kind !== 'expression' || item.expression.kind !== 'function') continue;
    functions.set(item.alias ?? `expr${unnamed++}`, item.expression);
  }
  return functions;
}

function columnsOf(
  shape: ResultShape,
  object: ObjectSchema | undefined,
  schema: Schema,
  functions: ReadonlyMap<string, FunctionCall>,
): Column[] {
  return shape.names.map((name) => {
    const parent = shape.parents.get(name);
    const children = shape.children.get(name);
    const call = functions.get(name);
    if (parent !== undefined)
      return joined(name, false, columnsOf(parent, parentObject(object, name, schema), schema, new Map()));
    if (children !== undefined)
      return joined(name, true, columnsOf(children, childObject(object, name, schema), schema, new Map()));
    if (call !== undefined) return { ...plain(name, undefined), aggregate: true, displayName: displayName(call) };
    return plain(name, object?.field(name));
  });
}

function parentObject(
  object: ObjectSchema | undefined,
  relationship: string,
  schema: Schema,
): ObjectSchema | undefined {
  const [target, ...others] = object?.relationship(relationship)?.referenceTo ?? [];
  return target === undefined || others.length > 0 ? schema.object('Name') : schema.object(target);
}

function childObject(object: ObjectSchema | undefined, relationship: string, schema: Schema): ObjectSchema | undefined {
  const child = object?.childRelationships.find(({ relationshipName }) => relationshipName === relationship);
  return child === undefined ? undefined : schema.object(child.childObject);
}

function displayName(call: FunctionCall): string {
  const { argument } = call;
  const inner =
    argument === undefined ? '' : argument.kind === 'field' ? argument.names.join('.') : displayName(argument);
  return `${call.name.toLowerCase()}(${inner})`;
}

function joined(name: string, aggregate: boolean, joinColumns: readonly Column[]): Column {
  return { ...plain(name, undefined), aggregate, joinColumns, textType: false };
}

function plain(name: string, field: FieldSchema | undefined): Column {
  const type = field?.type ?? 'anyType';
  const number = NUMBER_TYPES.has(type);
  return {
    aggregate: false,
    apexType: APEX_TYPES[type] ?? 'String',
    booleanType: type === 'boolean',
    columnName: name,
    custom: field?.custom ?? false,
    displayName: name,
    foreignKeyName: field?.relationshipName ?? null,
    insertable: field?.createable ?? false,
    joinColumns: [],
    numberType: number,
    textType: !number && type !== 'boolean',
    updatable: field?.updateable ?? false,
  };
}
