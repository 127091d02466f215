/** What the REST API answers about objects: `describeGlobal` and `describe` (REST API Developer Guide, "sObject Describe"). */
import { describeField, type FieldDescribe } from './describe-field.ts';
import type { ChildRelationship, ObjectSchema, RecordTypeSchema, Schema } from './model.ts';

/** What the user may do; what is not said is allowed. */
export interface DescribeAccess {
  readonly object: {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
  };
  field(name: string): { readonly read: boolean; readonly edit: boolean };
  /** Whether the child object and its field can be read. */
  child(relationship: ChildRelationship): boolean;
  recordType(type: RecordTypeSchema): { readonly available: boolean; readonly isDefault: boolean };
}

export interface ObjectSummary {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly customSetting: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly urls: Readonly<Record<string, string>>;
  readonly [property: string]: unknown;
}

export interface ChildRelationshipDescribe {
  readonly cascadeDelete: boolean;
  readonly childSObject: string;
  readonly deprecatedAndHidden: boolean;
  readonly field: string;
  readonly junctionIdListNames: readonly string[];
  readonly junctionReferenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly restrictedDelete: boolean;
}

export interface ObjectDescribe extends ObjectSummary {
  readonly fields: readonly FieldDescribe[];
  readonly childRelationships: readonly ChildRelationshipDescribe[];
  readonly recordTypeInfos: readonly Readonly<Record<string, unknown>>[];
}

/** Objects whose records can be merged (SOAP API Developer Guide, "merge()"). */
const MERGEABLE = new Set(['Account', 'Case', 'Contact', 'Individual', 'Lead']);

/** The entry of an object in the global describe. `basePath` is the resource list's, e.g. `/services/data/v66.0`. */
export function describeSummary(object: ObjectSchema, basePath: string, access?: DescribeAccess): ObjectSummary {
  const url = `${basePath}/sobjects/${object.name}`;
  const records = object.kind === 'standard' || object.kind === 'custom';
  return {
    activateable: false,
    associateEntityType: object.kind === 'share' ? 'Share' : object.kind === 'history' ? 'History' : null,
    associateParentEntity: null,
    createable: object.createable && access?.object.create !== false,
    custom: object.custom,
    customSetting: object.kind === 'customSetting',
    deepCloneable: false,
    deletable: object.deletable && access?.object.delete !== false,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix:
      object.kind === 'share' || object.kind === 'history' || object.kind === 'aggregate' ? null : object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: records && object.triggerable,
    mergeable: MERGEABLE.has(object.name),
    mruEnabled: object.field('LastViewedDate') !== undefined,
    name: object.name,
    queryable: object.queryable && access?.object.read !== false,
    replicateable: object.field('SystemModstamp') !== undefined && object.queryable,
    retrieveable: object.queryable && access?.object.read !== false,
    searchable: records && object.nameField !== undefined && object.triggerable,
    triggerable: object.triggerable,
    undeletable: object.field('IsDeleted') !== undefined && object.deletable,
    updateable: object.updateable && access?.object.edit !== false,
    urls: { rowTemplate: `${url}/{ID}`, describe: `${url}/describe`, sobject: url },
  };
}

/** Everything about an object that the user may see. */
export function describeObject(
  object: ObjectSchema,
  schema: Schema,
  basePath: string,
  access?: DescribeAccess,
): ObjectDescribe {
  const url = `${basePath}/sobjects/${object.name}`;
  const fields = [...object.fields.values()].filter((field) => access?.field(field.name).read !== false);
  const summary = describeSummary(object, basePath, access);
  const children = object.childRelationships.filter((child) => access?.child(child) !== false);
  return {
    ...summary,
    actionOverrides: [],
    childRelationships: children.map((child) => ({
      cascadeDelete: child.cascadeDelete,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.relationshipName ?? null,
      restrictedDelete: child.restrictedDelete,
    })),
    compactLayoutable: summary.layoutable === true,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: fields.map((field) => describeField(field, object, schema, access?.field(field.name).edit)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: object.recordTypes.map((type) => describeRecordType(type, object, url, access)),
    searchLayoutable: summary.searchable === true,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      ...(object.field('OwnerId') === undefined
        ? []
        : [{ label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }]),
    ],
    urls: {
      ...summary.urls,
      compactLayouts: `${url}/describe/compactLayouts`,
      approvalLayouts: `${url}/describe/approvalLayouts`,
      uiDetailTemplate: `/{ID}`,
      uiEditTemplate: `/{ID}/e`,
      uiNewRecord: `/${object.keyPrefix}/e`,
      layouts: `${url}/describe/layouts`,
    },
  };
}

function describeRecordType(
  type: RecordTypeSchema,
  object: ObjectSchema,
  url: string,
  access: DescribeAccess | undefined,
): Readonly<Record<string, unknown>> {
  const ownTypes = object.recordTypes.some((other) => !other.isMaster && other.active);
  const { available, isDefault } = access?.recordType(type) ?? {
    available: type.active,
    isDefault: type.isMaster && !ownTypes,
  };
  return {
    active: type.active,
    available,
    defaultRecordTypeMapping: isDefault,
    developerName: type.developerName,
    master: type.isMaster,
    name: type.label,
    recordTypeId: type.id,
    urls: { layout: `${url}/describe/layouts/${type.id}` },
  };
}
