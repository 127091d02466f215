/** System.SObject ("SObject Class", Apex Reference Guide). */
import { formulaEnvironment } from '../../../database/formula-environment.ts';
import { RecordGraph } from '../../../database/record-graph.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { computeField } from '../../../schema/formula/index.ts';
import type { FieldSchema } from '../../../schema/model.ts';
import type { SObject } from '../../../schema/sobject.ts';
import {
  ApexList,
  ApexMap,
  objectToken,
  throwApex,
  type ApexException,
  type SObjectFieldToken,
} from '../../runtime/index.ts';
import { recordOptions } from '../../runtime/dml.ts';
import { changing } from '../../runtime/records.ts';
import { getField, getParent, putParent } from '../../runtime/records.ts';
import { sobjectType, types } from '../../types/apex-type.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import type { DmlOptionsValue } from '../database/dml-options.ts';
import { errorList } from '../database/error.ts';
import { required } from '../support/arguments.ts';
import { toFieldValue } from '../support/field-values.ts';
import { cloneRecord, cloneSource } from '../support/record-clone.ts';

type FieldArgument = string | SObjectFieldToken | null;

/** A method that takes the name of a field or its token. */
function byField(returns: string, name: string, rest: string, behaviour: Behaviour): Record<string, Behaviour> {
  return {
    [`${returns} ${name}(String fieldName${rest})`]: behaviour,
    [`${returns} ${name}(Schema.SObjectField field${rest})`]: behaviour,
  };
}

/** `clone(preserveId, deep, preserveReadonlyTimestamps, preserveAutonumber)`, of which any at the end may be left out. */
function cloneMethods(): Record<string, Behaviour> {
  const parameters = ['preserveId', 'isDeepClone', 'preserveReadonlyTimestamps', 'preserveAutonumber'];
  const behaviour = (self: SObject, ...flags: (boolean | null)[]): SObject => {
    const [preserveId, deep, preserveReadonlyTimestamps, preserveAutonumber] = flags.map((flag) => flag === true);
    return cloneRecord(self, { preserveId, deep, preserveReadonlyTimestamps, preserveAutonumber });
  };
  const signatures = [0, 1, 2, 3, 4].map((count) =>
    parameters
      .slice(0, count)
      .map((name) => `Boolean ${name}`)
      .join(', '),
  );
  return Object.fromEntries(signatures.map((list) => [`SObject clone(${list})`, behaviour]));
}

/** A message with and without the flag that says whether it is escaped for HTML, which only a page would see. */
function addErrorMethods(): Record<string, Behaviour> {
  const members: Record<string, Behaviour> = {};
  for (const escape of ['', ', Boolean escape']) {
    members[`void addError(String errorMessage${escape})`] = (self: SObject, message: string | null) =>
      addError(self, null, message);
    members[`void addError(Exception errorMessage${escape})`] = (self: SObject, error: ApexException | null) =>
      addError(self, null, required(error, 1).message);
    Object.assign(
      members,
      byField(
        'void',
        'addError',
        `, String errorMessage${escape}`,
        (self: SObject, field: FieldArgument, message: string | null) => addError(self, fieldOf(self, field), message),
      ),
    );
  }
  return members;
}

export const sobjectClass = libraryClass('System.SObject', {
  ...addErrorMethods(),
  ...cloneMethods(),
  ...byField('Object', 'get', '', read),
  ...byField('SObject', 'getSObject', '', (self: SObject, field: FieldArgument) =>
    getParent(self, relationshipOf(self, field)),
  ),
  ...byField('List<SObject>', 'getSObjects', '', children),
  ...byField('Boolean', 'isSet', '', (self: SObject, field: FieldArgument) => self.has(fieldOf(self, field).name)),
  ...byField('Object', 'put', ', Object value', write),
  ...byField(
    'SObject',
    'putSObject',
    ', SObject value',
    (self: SObject, field: FieldArgument, parent: SObject | null) => {
      const name = relationshipOf(self, field);
      const previous = self.parents.get(name) ?? null;
      putParent(self, name, parent);
      return previous;
    },
  ),
  'void clear()': (self: SObject) => {
    self.values.clear();
    self.parents.clear();
    self.children.clear();
  },
  'Id getCloneSourceId()': (self: SObject) => cloneSource(self)?.id ?? null,
  'List<Database.Error> getErrors()': (self: SObject) => errorList(self.errors),
  'Map<String, Object> getPopulatedFieldsAsMap()': populatedFields,
  'Schema.SObjectType getSObjectType()': (self: SObject) => objectToken(self.schema),
  'Boolean hasErrors()': (self: SObject) => self.errors.length > 0,
  'Boolean isClone()': (self: SObject) => cloneSource(self) !== undefined,
  'Database.DMLOptions getOptions()': (self: SObject) => recordOptions.get(self) ?? null,
  'void setOptions(Database.DMLOptions options)': (self: SObject, options: DmlOptionsValue | null) => {
    recordOptions.set(self, required(options, 1));
  },
  'void recalculateFormulas()': recalculateFormulas,
});

/** Computes the record's formula fields from what it and its stored parents hold. */
export function recalculateFormulas(record: SObject): void {
  const tx = currentTransaction();
  const environment = formulaEnvironment(tx, new RecordGraph(tx, [record]));
  for (const field of record.schema.fields.values()) {
    if (field.formula !== undefined) record.values.set(field.name, computeField(record, field, environment));
  }
}

function fieldOf(self: SObject, argument: FieldArgument): FieldSchema {
  const field = required(argument, 1);
  const found = typeof field === 'string' ? self.schema.field(field) : self.schema.field(field.field.name);
  if (found === undefined) {
    throwApex('System.SObjectException', `Invalid field ${String(field)} for ${self.schema.name}`);
  }
  return found;
}

function read(self: SObject, argument: FieldArgument): unknown {
  if (self.schema.kind === 'aggregate') return aggregateValue(self, String(required(argument, 1)));
  const { name, type } = fieldOf(self, argument);
  const value = getField(self, name);
  return type === 'boolean' ? (value ?? (self.queried ? false : null)) : value;
}

/** Columns of an aggregate query go by their aliases. */
function aggregateValue(self: SObject, alias: string): unknown {
  for (const [name, value] of self.values) if (name.toLowerCase() === alias.toLowerCase()) return value;
  return throwApex('System.SObjectException', `Invalid field ${alias} for ${self.schema.name}`);
}

function write(self: SObject, argument: FieldArgument, value: unknown): unknown {
  const field = fieldOf(self, argument);
  const writable = field.type === 'id' || ((field.createable || field.updateable) && !field.calculated);
  if (!writable) throwApex('System.SObjectException', `Field ${field.name} is not editable`);
  const previous = self.values.get(field.name) ?? null;
  changing(self);
  self.values.set(field.name, toFieldValue(field, value));
  return previous;
}

/** Name of the parent relationship that the argument names or whose field it is. */
function relationshipOf(self: SObject, argument: FieldArgument): string {
  const field = required(argument, 1);
  const name = typeof field === 'string' ? field : (field.field.relationshipName ?? field.field.name);
  const reference = self.schema.relationship(name) ?? self.schema.field(name);
  if (reference?.relationshipName === undefined) {
    throwApex('System.SObjectException', `Invalid relationship ${name} for ${self.schema.name}`);
  }
  return reference.relationshipName;
}

function children(self: SObject, argument: FieldArgument): ApexList | null {
  const name = String(required(argument, 1)).toLowerCase();
  const relationship = self.schema.childRelationships.find((child) => child.relationshipName?.toLowerCase() === name);
  if (relationship === undefined) {
    throwApex('System.SObjectException', `Invalid relationship ${String(argument)} for ${self.schema.name}`);
  }
  const rows = self.children.get(relationship.relationshipName!) ?? [];
  // Objects that stand for the data model answer a list in any case.
  const isDefinition = self.schema.name === 'EntityDefinition' || self.schema.name === 'FieldDefinition';
  return rows.length === 0 && !isDefinition ? null : new ApexList(sobjectType(relationship.childObject), rows);
}

/** Fields that were queried and are empty are not populated. */
function populatedFields(self: SObject): ApexMap {
  const map = new ApexMap<string, unknown>(types.String, types.Object);
  for (const [name, value] of self.values) if (value !== null || !self.queried) map.put(name, value);
  for (const [name, parent] of self.parents) if (parent !== null) map.put(name, parent);
  for (const [name, rows] of self.children) {
    const [first] = rows;
    if (first !== undefined) map.put(name, new ApexList(sobjectType(first.schema.name), rows));
  }
  return map;
}

function addError(self: SObject, field: FieldSchema | null, message: string | null): void {
  self.errors.push({
    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: required(message, field === null ? 1 : 2),
    fields: field === null ? [] : [field.name],
  });
}
