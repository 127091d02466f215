/**
 * `EntityDefinition`, `FieldDefinition` and `EntityParticle`: the schema as rows (Object Reference). Ids are API names, where the
 * platform answers the ids of setup records for custom objects and fields.
 */
import type { FieldSchema, ObjectSchema, Schema } from '../../../schema/model.ts';
import { SObject } from '../../../schema/sobject.ts';
import type { FieldValue } from '../../../schema/values/index.ts';
import type { Store } from '../../store.ts';
import { dataTypeName } from './data-type-name.ts';

export const DEFINITION_OBJECTS = ['EntityDefinition', 'FieldDefinition', 'EntityParticle'] as const;

type Values = Readonly<Record<string, FieldValue>>;

export class DefinitionRows {
  private readonly store: Store;
  private readonly filledFor = new Map<string, Schema>();

  constructor(store: Store) {
    this.store = store;
  }

  /** Makes the rows of one of the objects when the schema has changed since, or a rollback has taken them away. */
  fill(name: (typeof DEFINITION_OBJECTS)[number]): void {
    const { schema } = this.store;
    const definition = schema.object(name);
    if (definition === undefined || (this.filledFor.get(name) === schema && this.isFilled(definition))) return;
    for (const row of this.store.allRows(definition)) this.store.eraseRow(definition, row.id!);
    for (const object of schema.objects.values()) {
      const rows = name === 'EntityDefinition' ? [entityValues(object)] : fieldRows(object);
      for (const values of rows) this.store.insertRow(rowOf(definition, values));
    }
    this.filledFor.set(name, schema);
  }

  /** Makes again the rows that were asked for and that a rollback has taken away. */
  refill(): void {
    for (const name of DEFINITION_OBJECTS) if (this.filledFor.has(name)) this.fill(name);
  }

  private isFilled(definition: ObjectSchema): boolean {
    return this.store.prepare(`SELECT 1 FROM ${this.store.table(definition).sqlName} LIMIT 1`).get() !== undefined;
  }
}

/** Only what the definition's own fields can hold. */
function rowOf(definition: ObjectSchema, values: Values): SObject {
  return new SObject(
    definition,
    Object.entries(values).filter(([name]) => definition.field(name) !== undefined),
  );
}

function entityValues(object: ObjectSchema): Values {
  const isSetup = object.kind === 'customMetadata' || object.kind === 'customSetting';
  return {
    Id: object.name,
    DurableId: object.name,
    QualifiedApiName: object.name,
    DeveloperName: developerName(object.name),
    NamespacePrefix: null,
    MasterLabel: object.label,
    Label: object.label,
    PluralLabel: object.labelPlural,
    KeyPrefix: object.keyPrefix,
    IsCustomizable: object.kind === 'custom' || object.triggerable,
    IsApexTriggerable: object.triggerable,
    IsTriggerable: object.triggerable,
    IsWorkflowEnabled: object.triggerable,
    IsProcessEnabled: object.triggerable,
    IsCompactLayoutable: object.triggerable,
    IsLayoutable: object.triggerable,
    IsSearchable: object.nameField !== undefined && !isSetup,
    IsSearchLayoutable: object.nameField !== undefined && !isSetup,
    IsCustomSetting: object.kind === 'customSetting',
    IsDeprecatedAndHidden: false,
    IsIdEnabled: true,
    IsEverCreatable: object.createable,
    IsEverUpdatable: object.updateable,
    IsEverDeletable: object.deletable,
    IsFeedEnabled: false,
    IsQueryable: object.queryable,
    DeploymentStatus: object.kind === 'custom' ? 'Deployed' : null,
    InternalSharingModel: object.sharingModel,
    ExternalSharingModel: object.sharingModel === 'ControlledByParent' ? 'ControlledByParent' : 'Private',
  };
}

function fieldRows(object: ObjectSchema): Values[] {
  return [...object.fields.values()].map((field) => fieldValues(object, field));
}

function fieldValues(object: ObjectSchema, field: FieldSchema): Values {
  const id = `${object.name}.${field.name}`;
  return {
    Id: id,
    DurableId: id,
    QualifiedApiName: field.name,
    EntityDefinitionId: object.name,
    FieldDefinitionId: id,
    DeveloperName: developerName(field.name),
    NamespacePrefix: null,
    MasterLabel: field.label,
    Label: field.label,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    DataType: dataTypeName(field),
    ValueTypeId: field.type,
    ExtraTypeInfo: null,
    IsCalculated: field.calculated,
    IsHighScaleNumber: false,
    IsHtmlFormatted: field.htmlFormatted,
    IsNameField: field.nameField,
    IsNillable: field.nillable,
    IsWorkflowFilterable: field.filterable,
    IsCompactLayoutable: true,
    IsFieldHistoryTracked: false,
    IsIndexed: field.type === 'id' || field.type === 'reference' || field.externalId || field.unique || field.nameField,
    IsApiFilterable: field.filterable,
    IsApiSortable: field.sortable,
    IsApiGroupable: field.groupable,
    IsListFilterable: field.filterable,
    IsListSortable: field.sortable,
    IsListVisible: true,
    ControllingFieldDefinitionId:
      field.controllingField === undefined ? null : `${object.name}.${field.controllingField}`,
    RelationshipName: field.relationshipName ?? null,
    IsCompound: field.type === 'address' || field.type === 'location',
    IsPolymorphicForeignKey: field.referenceTo.length > 1,
    Description: field.description ?? null,
  };
}

/** Without the suffix that tells what kind of thing the name is of. */
function developerName(name: string): string {
  return name.replace(/__\w{1,7}$/, '');
}
