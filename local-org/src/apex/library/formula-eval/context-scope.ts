/**
 * What a formula built in Apex can name ("FormulaEval Namespace", Apex Reference Guide): the fields of an object, or the
 * global fields of a class and, through them, of other classes and of records.
 */
import { formulaEnvironment } from '../../../database/formula-environment.ts';
import { RecordGraph } from '../../../database/record-graph.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import {
  RecordContext,
  resolveField,
  resolveGlobal,
  valueAt,
  type FormulaContext,
  type FormulaScope,
  type Reference,
} from '../../../schema/formula/index.ts';
import type { FieldType } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import { Decimal, type FieldValue } from '../../../schema/values/index.ts';
import { decimalOf } from '../support/numbers.ts';
import { runtimeClassOf, type ApexObject, type RuntimeClass, type RuntimeField } from '../../runtime/index.ts';
import { machine } from '../../runtime/machine.ts';
import { types, type ApexType } from '../../types/apex-type.ts';

export function contextScope(type: ApexType): FormulaScope {
  const { schema } = currentTransaction().org;
  return {
    picklistsAreText: true,
    storedForm: type.kind !== 'sobject',
    resolve: (path) => (path.startsWith('$') ? resolveGlobal(path, schema) : resolveMember(type, path.split('.'))),
  };
}

/** Reads the names of a formula from a record or an instance. */
export function contextOf(value: SObject | ApexObject): FormulaContext {
  const tx = currentTransaction();
  const environment = formulaEnvironment(tx, new RecordGraph(tx));
  if (value instanceof SObject) return new RecordContext(value, null, environment);
  const read = (path: string): FieldValue =>
    readPath(value, path.split('.'), (record, rest) => valueAt(record, rest, environment));
  return {
    value: read,
    global: (path) => environment.global(path),
    isNew: true,
    isChanged: () => false,
    now: environment.now,
    today: environment.today,
    timeZone: environment.timeZone,
  };
}

function resolveMember(type: ApexType, names: readonly string[]): Reference | undefined {
  const { schema } = currentTransaction().org;
  if (type.kind === 'sobject') {
    const object = schema.object(type.name);
    return object === undefined ? undefined : resolveField(names.join('.'), object, schema);
  }
  const runtimeClass = machine.program.classOf(type);
  const field = runtimeClass === undefined ? undefined : fieldNamed(runtimeClass, names[0]);
  if (field === undefined) return undefined;
  if (names.length > 1) {
    const rest = resolveMember(field.type, names.slice(1));
    return rest === undefined ? undefined : { ...rest, path: `${field.name}.${rest.path}`, own: false };
  }
  const fieldType = fieldTypes.get(field.type);
  return fieldType === undefined ? undefined : { path: field.name, global: false, own: false, fieldType };
}

const fieldTypes: ReadonlyMap<ApexType, FieldType> = new Map([
  [types.Boolean, 'boolean'],
  [types.Date, 'date'],
  [types.Datetime, 'datetime'],
  [types.Decimal, 'double'],
  [types.Double, 'double'],
  [types.Id, 'string'],
  [types.Integer, 'double'],
  [types.Long, 'double'],
  [types.String, 'string'],
  [types.Time, 'time'],
]);

/** Only what is global can be seen ("FormulaEval", withType). */
function fieldNamed(runtimeClass: RuntimeClass, name: string): RuntimeField | undefined {
  const key = name.toLowerCase();
  const own = runtimeClass.fields.find(
    (field) => field.name.toLowerCase() === key && !field.static && field.readable && field.access === 'global',
  );
  return own ?? (runtimeClass.superclass === null ? undefined : fieldNamed(runtimeClass.superclass, name));
}

function readPath(
  value: ApexObject,
  names: readonly string[],
  readRecord: (record: SObject, path: string) => FieldValue,
): FieldValue {
  const field = fieldNamed(runtimeClassOf(value)!, names[0])!;
  const held = field.read(value);
  if (names.length === 1) return decimalOf(held) ?? (held as Exclude<FieldValue, number | Decimal>);
  if (held === null) return null;
  const rest = names.slice(1);
  return held instanceof SObject ? readRecord(held, rest.join('.')) : readPath(held as ApexObject, rest, readRecord);
}
