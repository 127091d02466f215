/** Schema.FieldSet, FieldSetMember and the map of an object's field sets ("FieldSet Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { FieldSchema, FieldSetSchema, ObjectSchema } from '../../../schema/model.ts';
import { ApexList, LibraryObject, fieldToken, objectToken, throwApex } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { NameMap } from '../support/name-map.ts';
import { readings } from '../support/readings.ts';
import { displayTypeOf } from './display-type.ts';

/** `describe.fieldSets`: the names of field sets are resolved by the compiler. */
export class SObjectTypeFieldSets extends LibraryObject {
  readonly typeName = 'Schema.SObjectTypeFieldSets';
  readonly object: ObjectSchema;

  constructor(object: ObjectSchema) {
    super();
    this.object = object;
  }
}

export class FieldSetValue extends LibraryObject {
  readonly typeName = 'Schema.FieldSet';
  readonly object: ObjectSchema;
  readonly fieldSet: FieldSetSchema;

  constructor(object: ObjectSchema, fieldSet: FieldSetSchema) {
    super();
    this.object = object;
    this.fieldSet = fieldSet;
  }
}

class FieldSetMemberValue extends LibraryObject {
  readonly typeName = 'Schema.FieldSetMember';
  readonly object: ObjectSchema;
  readonly path: string;
  readonly required: boolean;

  constructor(object: ObjectSchema, path: string, required: boolean) {
    super();
    this.object = object;
    this.path = path;
    this.required = required;
  }

  /** The object at the end of the path and its field. */
  get target(): { readonly object: ObjectSchema; readonly field: FieldSchema } {
    const names = this.path.split('.');
    let { object } = this;
    for (const name of names.slice(0, -1)) {
      const parent = object.relationship(name)?.referenceTo[0];
      object = currentTransaction().org.schema.require(parent ?? name);
    }
    const field = object.field(names.at(-1)!);
    if (field === undefined) {
      throwApex('System.SObjectException', `Invalid field ${this.path} for ${this.object.name}`);
    }
    return { object, field };
  }
}

export const sobjectTypeFieldSetsClass = libraryClass('Schema.SObjectTypeFieldSets', {
  'Map<String, Schema.FieldSet> getMap()': ({ object }: SObjectTypeFieldSets) => {
    const entries = (object.fieldSets ?? []).map(
      (fieldSet) => [fieldSet.name.toLowerCase(), new FieldSetValue(object, fieldSet)] as const,
    );
    return new NameMap<FieldSetValue>(types.String, libraryType('Schema.FieldSet'), entries);
  },
});

export const fieldSetClass = libraryClass('Schema.FieldSet', {
  ...readings<FieldSetValue>({
    'String Description': ({ fieldSet }) => fieldSet.description ?? null,
    'List<Schema.FieldSetMember> Fields': ({ object, fieldSet }) =>
      new ApexList(
        libraryType('Schema.FieldSetMember'),
        fieldSet.members.map(({ path, required }) => new FieldSetMemberValue(object, path, required)),
      ),
    'String Label': ({ fieldSet }) => fieldSet.label,
    'String Name': ({ fieldSet }) => fieldSet.name,
    'String NameSpace': () => null,
    'Schema.SObjectType SObjectType': ({ object }) => objectToken(object),
  }),
});

export const fieldSetMemberClass = libraryClass('Schema.FieldSetMember', {
  'Boolean DbRequired {get}': { get: dbRequired },
  'Boolean getDbRequired()': dbRequired,
  'Boolean Required {get}': { get: ({ required }: FieldSetMemberValue) => required },
  'Boolean getRequired()': ({ required }: FieldSetMemberValue) => required,
  ...readings<FieldSetMemberValue>({
    'String FieldPath': ({ path }) => path,
    'String Label': ({ target }) => target.field.label,
    'Schema.DisplayType Type': ({ target }) => displayTypeOf(target.field.type),
  }),
  'Schema.SObjectField getSObjectField()': ({ target }: FieldSetMemberValue) => fieldToken(target.object, target.field),
});

function dbRequired({ target: { field } }: FieldSetMemberValue): boolean {
  return !field.nillable && field.type !== 'boolean';
}
