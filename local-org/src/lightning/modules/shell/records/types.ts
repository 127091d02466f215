/** Shapes of the UI API that the app works with ("Response Bodies" in the User Interface API Developer Guide). */

export interface FieldValue {
  readonly displayValue: string | null;
  readonly value: unknown;
}

export interface RecordData {
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly id: string;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string;
  readonly recordTypeInfo: { readonly name: string; readonly recordTypeId: string } | null;
}

export interface FieldInfo {
  readonly apiName: string;
  readonly calculated: boolean;
  readonly compound: boolean;
  readonly compoundComponentName: string | null;
  readonly compoundFieldName: string | null;
  readonly controllerName: string | null;
  readonly createable: boolean;
  readonly custom: boolean;
  readonly dataType: string;
  readonly extraTypeInfo: string | null;
  readonly htmlFormatted: boolean;
  readonly inlineHelpText: string | null;
  readonly label: string;
  readonly length: number;
  readonly nameField: boolean;
  readonly precision: number;
  readonly reference: boolean;
  readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
  readonly relationshipName: string | null;
  readonly required: boolean;
  readonly scale: number;
  readonly sortable: boolean;
  readonly updateable: boolean;
}

export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly createable: boolean;
  readonly custom: boolean;
  readonly defaultRecordTypeId: string;
  readonly deletable: boolean;
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly keyPrefix: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly nameFields: readonly string[];
  readonly recordTypeInfos: Readonly<Record<string, RecordTypeInfo>>;
  readonly themeInfo: { readonly color: string; readonly iconUrl: string };
  readonly updateable: boolean;
}

export interface LayoutItem {
  readonly editableForNew: boolean;
  readonly editableForUpdate: boolean;
  readonly label: string;
  readonly layoutComponents: readonly {
    readonly apiName: string | null;
    readonly componentType: string;
    readonly label: string | null;
  }[];
  readonly required: boolean;
}

export interface LayoutSection {
  readonly columns: number;
  readonly heading: string | null;
  readonly id: string;
  readonly layoutRows: readonly { readonly layoutItems: readonly LayoutItem[] }[];
  readonly useHeading: boolean;
}

export interface Layout {
  readonly objectApiName: string;
  readonly recordTypeId: string;
  readonly sections: readonly LayoutSection[];
}

export interface PicklistValue {
  readonly label: string;
  readonly value: string;
  readonly validFor: readonly number[];
}

export interface PicklistField {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: PicklistValue | null;
  readonly values: readonly PicklistValue[];
}

/** A field as components name it: text, or what `@salesforce/schema` exports. */
export type FieldReference = string | { readonly fieldApiName: string; readonly objectApiName: string };
export type ObjectReference = string | { readonly objectApiName: string };

/** `Account.Name`. */
export function fieldName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

export function objectName(object: ObjectReference): string {
  return typeof object === 'string' ? object : object.objectApiName;
}

/** One field, several or none, as components may give them. */
export function fieldNames(fields: FieldReference | readonly FieldReference[] | undefined): string[] {
  if (fields === undefined || fields === null) return [];
  return (Array.isArray(fields) ? (fields as readonly FieldReference[]) : [fields as FieldReference]).map(fieldName);
}
