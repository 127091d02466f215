/** What a field update gives its field ("WorkflowFieldUpdate", Metadata API Developer Guide). */
import type { Transaction } from '../../database/transaction.ts';
import type { WorkflowFieldUpdateSource } from '../../metadata/readers/workflow.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { compileFormula, type FormulaEnvironment, RecordContext } from '../../schema/formula/index.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { FieldValue } from '../../schema/values/index.ts';
import { filterValue } from '../criteria/filter-value.ts';

export interface FieldUpdate {
  readonly name: string;
  /** The reference to the record that is updated; undefined for the record itself. */
  readonly parent: FieldSchema | undefined;
  readonly target: ObjectSchema;
  readonly field: FieldSchema;
  /** Whether workflow rules of the object are looked at again after the update. */
  readonly reevaluates: boolean;
  /** `record` has started the update, `target` gets the value: the record itself or its parent. */
  value(tx: Transaction, record: SObject, before: SObject | null, target: SObject, env: FormulaEnvironment): FieldValue;
}

/** Throws `FormulaError`, and `NotSupported` for what names nothing that is there. */
export function compileFieldUpdate(
  source: WorkflowFieldUpdateSource,
  object: ObjectSchema,
  schema: Schema,
): FieldUpdate {
  const where = `${source.source.file}:${source.source.line}`;
  const parent = source.targetObject === undefined ? undefined : parentReference(source, object, where);
  const target = parent === undefined ? object : schema.require(parent.referenceTo[0]);
  const field = target.field(source.field);
  if (field === undefined) throw new NotSupported(`field update of ${target.name}.${source.field}`, where);
  return {
    name: source.fullName,
    parent,
    target,
    field,
    reevaluates: source.reevaluateOnChange,
    value: compileValue(source, field, object, schema, where),
  };
}

/** `targetObject` names the relationship to a master. */
function parentReference(source: WorkflowFieldUpdateSource, object: ObjectSchema, where: string): FieldSchema {
  const name = source.targetObject!;
  const field = object.field(name) ?? object.field(`${name}Id`) ?? object.relationship(name);
  if (field?.type !== 'reference') throw new NotSupported(`field update on ${name}`, where);
  return field;
}

function compileValue(
  source: WorkflowFieldUpdateSource,
  field: FieldSchema,
  object: ObjectSchema,
  schema: Schema,
  where: string,
): FieldUpdate['value'] {
  switch (source.operation) {
    case 'Null':
      return () => null;
    case 'Literal': {
      const value = filterValue(field, source.literalValue ?? '', where);
      return () => value;
    }
    case 'Formula': {
      const formula = compileFormula(source.formula ?? '', object, schema, {
        resultType: field.type === 'reference' ? 'string' : field.type,
        scale: field.scale,
      });
      return (_tx, record, before, _target, environment) =>
        formula.evaluate(new RecordContext(record, before, environment));
    }
    case 'NextValue':
      return (_tx, _record, _before, target) => neighbour(field, target.get(field.name), 1);
    case 'PreviousValue':
      return (_tx, _record, _before, target) => neighbour(field, target.get(field.name), -1);
    case 'LookupValue':
      return (tx) => lookUp(tx, source, field, where);
  }
}

/** The picklist's next or previous value; the last and the first stay as they are. */
function neighbour(field: FieldSchema, value: FieldValue, distance: 1 | -1): FieldValue {
  const values = field.picklistValues.filter(({ active }) => active).map((entry) => entry.value);
  const at = values.indexOf(value as string);
  return values[at + distance] ?? value;
}

function lookUp(tx: Transaction, source: WorkflowFieldUpdateSource, field: FieldSchema, where: string): string {
  const name = source.lookupValue ?? '';
  const found = () => {
    switch (source.lookupValueType) {
      case 'User':
        return tx.store.findRows(tx.org.schema.require('User'), 'Username', [name])[0]?.id;
      case 'Queue':
        return tx.store
          .findRows(tx.org.schema.require('Group'), 'DeveloperName', [name])
          .find((group) => group.get('Type') === 'Queue')?.id;
      case 'RecordType':
        return tx.org.schema.require(field.object).recordTypes.find(({ developerName }) => developerName === name)?.id;
      default:
        throw new NotSupported(`field update that looks up ${source.lookupValueType}`, where);
    }
  };
  const id = found();
  if (id === null || id === undefined) {
    throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `No ${source.lookupValueType} named ${name} found`);
  }
  return id;
}
