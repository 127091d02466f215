/**
 * The shape of the org's data model, as every layer to the right of `schema` sees it. Names are compared without
 * regard to case, as the platform does, and are answered in their declared case.
 */
import type { SourcePosition } from '../metadata/xml.ts';
import type { FieldValue } from './values/index.ts';

/** Field types as `describe` names them (REST `type`, lower case). */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'encryptedstring'
  | 'base64'
  | 'address'
  | 'location'
  | 'anyType';

export type ObjectKind =
  | 'standard'
  | 'custom'
  | 'customMetadata'
  | 'customSetting'
  | 'platformEvent'
  | 'bigObject'
  | 'share'
  | 'history'
  | 'aggregate';

/** Organization-wide default of an object. */
export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

export interface PicklistEntry {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  /** Controlling values for which this entry is offered; undefined when the field has no controlling field. */
  readonly validFor?: readonly string[];
  /** What charts colour the value with, as `#1b96ff`. */
  readonly color?: string;
}

/** A roll-up summary field (type `Summary` in metadata). */
export interface RollUp {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  /** Detail object and its master-detail field that points here. */
  readonly childObject: string;
  readonly foreignKey: string;
  /** The summarised field on the detail; undefined for count. */
  readonly summarizedField?: string;
  readonly filters: readonly { field: string; operation: string; value: string }[];
}

export interface FieldSchema {
  readonly object: string;
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters for text types; 18 for ids. 0 where it does not apply. */
  readonly length: number;
  /** Total digits and digits right of the point, for double, currency and percent. 0 where it does not apply. */
  readonly precision: number;
  readonly scale: number;
  /** False when a value is required on save. */
  readonly nillable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** Whether upsert can match records on it: ids, names, external ids and unique fields. */
  readonly idLookup?: boolean;
  readonly autoNumber: boolean;
  /** Display format of an auto-number, e.g. `INV-{00000}`. */
  readonly displayFormat?: string;
  readonly calculated: boolean;
  /** Formula source when the field is a formula field; its result type is `type`. */
  readonly formula?: string;
  readonly formulaTreatNullAs?: 'blank' | 'zero';
  readonly rollUp?: RollUp;
  /** Formula source of the default value. */
  readonly defaultValue?: string;
  readonly referenceTo: readonly string[];
  /** Name used in parent paths (`Account`, `Project__r`); undefined when not a relationship. */
  readonly relationshipName?: string;
  /** Name used in child sub-queries from the parent; undefined when there is none. */
  readonly childRelationshipName?: string;
  readonly masterDetail: boolean;
  /** What happens to this row when the parent is deleted. */
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade';
  readonly reparentable: boolean;
  readonly picklistValues: readonly PicklistEntry[];
  readonly restrictedPicklist: boolean;
  readonly controllingField?: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly nameField: boolean;
  readonly htmlFormatted: boolean;
  /** Whether changes leave rows in the object's history. */
  readonly trackHistory?: boolean;
  readonly inlineHelpText?: string;
  readonly description?: string;
  /** File and line of the declaration, for error messages; undefined for built-in fields. */
  readonly source?: SourcePosition;
}

export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  readonly relationshipName?: string;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

export interface ValidationRuleSchema {
  readonly name: string;
  readonly active: boolean;
  readonly condition: string;
  readonly errorMessage: string;
  readonly errorDisplayField?: string;
  readonly source?: SourcePosition;
}

export interface RecordTypeSchema {
  /** Id of the RecordType row. */
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly isMaster: boolean;
  readonly description?: string;
  /** Picklist field name → values offered for this record type; a field that is not listed offers all. */
  readonly picklistValues: ReadonlyMap<string, readonly string[]>;
}

/** Fields that belong together, for pages and code to show ("FieldSet", Metadata API Developer Guide). */
export interface FieldSetSchema {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** Displayed fields in order, as paths from the object (`Account.Name`). */
  readonly members: readonly { readonly path: string; readonly required: boolean }[];
}

export interface ObjectSchema {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly kind: ObjectKind;
  readonly custom: boolean;
  /** First three characters of every record id. */
  readonly keyPrefix: string;
  readonly nameField?: FieldSchema;
  /** In declared order, keyed by lower-cased API name. */
  readonly fields: ReadonlyMap<string, FieldSchema>;
  readonly childRelationships: readonly ChildRelationship[];
  readonly recordTypes: readonly RecordTypeSchema[];
  readonly validationRules: readonly ValidationRuleSchema[];
  readonly fieldSets?: readonly FieldSetSchema[];
  readonly sharingModel: SharingModel;
  readonly customSettingsType?: 'List' | 'Hierarchy';
  /** The object whose changes the events tell of. */
  readonly changesOf?: string;
  readonly triggerable: boolean;
  readonly queryable: boolean;
  /** The platform makes rows of this object by itself and the local org does not: a query of it is not supported. */
  readonly rowsMissing?: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly description?: string;
  readonly source?: SourcePosition;
  /** The field of this API name in any case, or undefined. */
  field(name: string): FieldSchema | undefined;
  /** The reference field whose relationship name is this (in any case), or undefined. */
  relationship(name: string): FieldSchema | undefined;
}

/** All objects of the org. */
export interface Schema {
  /** Every object, in load order, keyed by lower-cased API name. */
  readonly objects: ReadonlyMap<string, ObjectSchema>;
  /** The object of this API name in any case, or undefined. */
  object(name: string): ObjectSchema | undefined;
  /** As `object`, and throws `OrgError('INVALID_TYPE')` when there is none. */
  require(name: string): ObjectSchema;
  /** The object whose records carry this id's key prefix, or undefined. */
  objectOfId(id: string): ObjectSchema | undefined;
}

export type FieldValues = Record<string, FieldValue>;
