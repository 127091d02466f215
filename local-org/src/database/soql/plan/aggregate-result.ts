/** The made-up object that the rows of a grouped query belong to ("AggregateResult", Apex Reference). */
import type { FieldSchema, ObjectSchema } from '../../../schema/model.ts';
import type { SqlValue } from './sql-value.ts';

const NAME = 'AggregateResult';

export function aggregateResult(columns: ReadonlyMap<string, SqlValue>): ObjectSchema {
  const fields = new Map([...columns].map(([name, value]) => [name.toLowerCase(), resultField(name, value)]));
  return {
    name: NAME,
    label: NAME,
    labelPlural: NAME,
    kind: 'aggregate',
    custom: false,
    keyPrefix: '',
    fields,
    childRelationships: [],
    recordTypes: [],
    validationRules: [],
    sharingModel: 'ReadWrite',
    triggerable: false,
    queryable: true,
    createable: false,
    updateable: false,
    deletable: false,
    field: (name) => fields.get(name.toLowerCase()),
    relationship: () => undefined,
  };
}

function resultField(name: string, value: SqlValue): FieldSchema {
  return {
    object: NAME,
    name,
    label: name,
    type: value.type,
    custom: false,
    length: value.field?.length ?? 0,
    precision: value.field?.precision ?? 0,
    scale: value.encoding.scale,
    nillable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    autoNumber: false,
    calculated: false,
    referenceTo: value.field?.referenceTo ?? [],
    masterDetail: false,
    deleteConstraint: 'SetNull',
    reparentable: false,
    picklistValues: value.field?.picklistValues ?? [],
    restrictedPicklist: false,
    createable: false,
    updateable: false,
    filterable: false,
    sortable: false,
    groupable: false,
    nameField: false,
    htmlFormatted: false,
  };
}
