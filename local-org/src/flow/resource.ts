import type { ObjectSchema } from '../schema/model.ts';
import { SObject } from '../schema/sobject.ts';
import { computeField } from '../schema/formula/index.ts';
import { FlowFault } from './fault.ts';
import type { FlowRun } from './flow-run.ts';
import type { FlowType } from './flow-type.ts';
import { FlowObject, fromField, toField, type FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';

export type Reader = (interview: Interview) => FlowValue;
export type Writer = (interview: Interview, value: FlowValue) => void;

/** Something a flow can name: a variable, an element's output, a formula, a system value. */
export interface Resource {
  /** Undefined when nothing is known before the flow runs: Apex-defined values. */
  readonly type: FlowType | undefined;
  readonly read: Reader;
  /** Absent for what cannot be assigned as a whole. */
  readonly write?: Writer;
  /** Whether fields of the record can be assigned. */
  readonly fieldsAssignable?: boolean;
  /** Whether the record is the one being saved, whose formula fields follow every assignment. */
  readonly live?: boolean;
}

/** The type at the end of the steps; undefined when it is not known, null when there is no such field. */
export function typeAlong(
  start: FlowType | undefined,
  steps: readonly string[],
  objectNamed: (name: string) => ObjectSchema | undefined,
): FlowType | null | undefined {
  let type = start;
  for (const step of steps) {
    if (type === undefined) return undefined;
    const following = stepType(type, step, objectNamed);
    if (following === null) return null;
    type = following;
  }
  return type;
}

function stepType(
  type: FlowType,
  step: string,
  objectNamed: (name: string) => ObjectSchema | undefined,
): FlowType | null | undefined {
  if (type.kind === 'object') return type.attribute(step);
  if (type.kind !== 'record') return null;
  const [name, target] = step.split(':') as [string, string | undefined];
  const field = type.object.field(name);
  if (field !== undefined) return { kind: 'scalar', fieldType: field.type };
  const relationship = type.object.relationship(name);
  const object = relationship && objectNamed(target ?? userOrFirst(relationship.referenceTo));
  return object === undefined ? null : { kind: 'record', object };
}

function userOrFirst(targets: readonly string[]): string {
  return targets.includes('User') ? 'User' : (targets[0] ?? '');
}

/** Follows fields, parents and attributes; null where something on the way is missing. */
export function readAlong(value: FlowValue, steps: readonly string[], run: FlowRun, live: boolean): FlowValue {
  let current = value;
  for (const step of steps) {
    if (current === null) return null;
    if (current instanceof FlowObject) current = current.get(step);
    else if (current instanceof SObject) current = readStep(current, step, run, live && current === value);
    else throw new FlowFault(`The flow failed to read ${step} of a value that has no fields.`);
  }
  return current;
}

function readStep(record: SObject, step: string, run: FlowRun, live: boolean): FlowValue {
  const name = step.split(':')[0];
  const field = record.schema.field(name);
  if (field !== undefined) {
    if (field.formula !== undefined && (live || !record.has(field.name))) {
      return fromField(computeField(record, field, run.environment));
    }
    return fromField(record.get(field.name));
  }
  const relationship = record.schema.relationship(name);
  return relationship === undefined ? null : run.environment.parent(record, relationship);
}

/** Stores a value in a field of a record, as the field's type. */
export function writeField(record: SObject, fieldName: string, value: FlowValue, run: FlowRun): void {
  const field = record.schema.field(fieldName);
  if (field === undefined) throw new FlowFault(`${record.schema.name} has no field ${fieldName}.`);
  record.set(field.name, toField(value, field, run.timeZone));
  run.records.assigned(record, field.name);
}
