/** Small schemas for tests, written by hand: only what a test names is there, besides the system fields. */
import { OrgError } from '../../schema/errors.ts';
import type { ChildRelationship, FieldSchema, FieldType, ObjectSchema, Schema } from '../../schema/model.ts';

export type FieldOptions = Partial<Omit<FieldSchema, 'object' | 'name' | 'type'>>;
export type FieldDefinition = readonly [name: string, type: FieldType, options?: FieldOptions];
export type ObjectOptions = Partial<Omit<ObjectSchema, 'name' | 'fields'>> & { readonly owned?: boolean };

const SYSTEM_FIELDS: readonly FieldDefinition[] = [
  ['Id', 'id', { length: 18 }],
  ['IsDeleted', 'boolean'],
  ['CreatedDate', 'datetime'],
];

const OWNER: FieldDefinition = ['OwnerId', 'reference', { referenceTo: ['Group', 'User'], relationshipName: 'Owner' }];

export class ObjectBuilder {
  readonly name: string;
  readonly options: ObjectOptions;
  readonly definitions: readonly FieldDefinition[];

  constructor(name: string, options: ObjectOptions, definitions: readonly FieldDefinition[]) {
    this.name = name;
    this.options = options;
    this.definitions = [...SYSTEM_FIELDS, ...(options.owned === false ? [] : [OWNER]), ...definitions];
  }
}

export function object(
  name: string,
  options: ObjectOptions,
  ...definitions: readonly FieldDefinition[]
): ObjectBuilder {
  return new ObjectBuilder(name, options, definitions);
}

export function lookup(name: string, target: string, children?: string, options: FieldOptions = {}): FieldDefinition {
  const relationshipName = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
  return [name, 'reference', { referenceTo: [target], relationshipName, childRelationshipName: children, ...options }];
}

export function picklist(name: string, ...values: readonly string[]): FieldDefinition {
  const picklistValues = values.map((entry) => {
    const [value, label = value] = entry.split(':') as [string, string?];
    return { value, label, active: true, isDefault: false };
  });
  return [name, 'picklist', { picklistValues }];
}

export function schemaOf(...builders: readonly ObjectBuilder[]): Schema {
  const objects = new Map(builders.map((builder) => [builder.name.toLowerCase(), objectSchema(builder, builders)]));
  const find = (name: string) => objects.get(name.toLowerCase());
  return {
    objects,
    object: find,
    require: (name) => {
      const found = find(name);
      if (found === undefined) throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
      return found;
    },
    objectOfId: (id) => [...objects.values()].find(({ keyPrefix }) => id.startsWith(keyPrefix)),
  };
}

function objectSchema(builder: ObjectBuilder, all: readonly ObjectBuilder[]): ObjectSchema {
  const fields = new Map(
    builder.definitions.map((definition) => [definition[0].toLowerCase(), fieldSchema(builder.name, definition)]),
  );
  const relationships = [...fields.values()].filter(({ relationshipName }) => relationshipName !== undefined);
  return {
    label: builder.name,
    labelPlural: `${builder.name}s`,
    kind: builder.name.endsWith('__c') ? 'custom' : 'standard',
    custom: builder.name.endsWith('__c'),
    keyPrefix: keyPrefixOf(builder, all),
    nameField: [...fields.values()].find(({ nameField }) => nameField),
    childRelationships: all.flatMap((child) => childRelationships(child, builder.name)),
    recordTypes: [],
    validationRules: [],
    sharingModel: 'ReadWrite',
    triggerable: true,
    queryable: true,
    createable: true,
    updateable: true,
    deletable: true,
    ...builder.options,
    name: builder.name,
    fields,
    field: (name) => fields.get(name.toLowerCase()),
    relationship: (name) => relationships.find((field) => field.relationshipName!.toLowerCase() === name.toLowerCase()),
  };
}

function keyPrefixOf(builder: ObjectBuilder, all: readonly ObjectBuilder[]): string {
  return builder.options.keyPrefix ?? `a${String(all.indexOf(builder)).padStart(2, '0')}`;
}

function childRelationships(child: ObjectBuilder, parent: string): ChildRelationship[] {
  return child.definitions.flatMap(([field, , options]) => {
    if (options?.referenceTo?.includes(parent) !== true) return [];
    return [
      {
        childObject: child.name,
        field,
        relationshipName: options.childRelationshipName,
        cascadeDelete: options.masterDetail === true,
        restrictedDelete: options.deleteConstraint === 'Restrict',
      },
    ];
  });
}

function fieldSchema(object: string, [name, type, options]: FieldDefinition): FieldSchema {
  return {
    label: name,
    custom: name.endsWith('__c'),
    length: 255,
    precision: 18,
    scale: ['double', 'currency', 'percent'].includes(type) ? 2 : 0,
    nillable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    autoNumber: false,
    calculated: options?.formula !== undefined,
    referenceTo: [],
    masterDetail: false,
    deleteConstraint: 'SetNull',
    reparentable: false,
    picklistValues: [],
    restrictedPicklist: false,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: true,
    groupable: true,
    nameField: name === 'Name',
    htmlFormatted: false,
    ...options,
    object,
    name,
    type,
  };
}
