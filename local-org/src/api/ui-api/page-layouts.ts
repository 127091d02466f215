/** Which page layout and compact layout a user sees, and what they hold. */
import type { Metadata } from '../../metadata/metadata.ts';
import type { LayoutSource } from '../../metadata/readers/layout.ts';
import type { FieldSchema, ObjectSchema, RecordTypeSchema } from '../../schema/model.ts';
import { compoundOf, partsOf } from './compound-fields.ts';
import type { UiApiContext } from './context.ts';
import { userProfile } from './user-profile.ts';
import { STANDARD_LAYOUTS } from './standard-layouts.ts';

export type LayoutSection = LayoutSource['layoutSections'][number];
export type LayoutItem = LayoutSection['layoutColumns'][number]['layoutItems'][number];

/** What of a page layout the local org acts on, from a Layout of the project or made up where there is none. */
export interface PageLayout {
  readonly name: string;
  readonly sections: readonly Section[];
  /** The metadata, where the project has it: related lists and actions. */
  readonly source: LayoutSource | undefined;
}

export interface Section {
  readonly label: string;
  readonly useHeading: { readonly detail: boolean; readonly edit: boolean };
  /** Items by column. */
  readonly columns: readonly (readonly Item[])[];
}

export type Item =
  | { readonly kind: 'field'; readonly field: string; readonly behavior: 'Edit' | 'Required' | 'Readonly' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unsupported'; readonly feature: string; readonly where: string };

/** The layouts of an object, in load order. Full names are `Object-Layout name`, with special characters escaped. */
function layoutsOf(
  metadata: Metadata,
  object: ObjectSchema,
): readonly (LayoutSource & { readonly fullName: string })[] {
  return [...metadata.layouts.values()].filter((layout) => layout.fullName.startsWith(`${object.name}-`));
}

/**
 * The layout the user's profile is assigned for the record type, else for the object, else the object's first layout ("Profile",
 * `layoutAssignments`, in the Metadata API Developer Guide).
 */
export function pageLayout(
  context: UiApiContext,
  object: ObjectSchema,
  recordType: RecordTypeSchema | undefined,
): PageLayout {
  const layouts = layoutsOf(context.org.metadata, object);
  const name = assignedLayout(context, object, recordType);
  const source = layouts.find((layout) => sameName(layout.fullName, name)) ?? layouts[0];
  if (source === undefined) return generatedLayout(object);
  return {
    name: source.fullName,
    sections: source.layoutSections.flatMap((section) => sectionOf(section) ?? []),
    source,
  };
}

function assignedLayout(
  context: UiApiContext,
  object: ObjectSchema,
  recordType: RecordTypeSchema | undefined,
): string | undefined {
  const profile = userProfile(context);
  const assignments = profile?.layoutAssignments.filter((entry) => entry.layout.startsWith(`${object.name}-`)) ?? [];
  const wanted = recordType === undefined ? undefined : `${object.name}.${recordType.developerName}`;
  const exact = assignments.find((entry) => entry.recordType === wanted);
  return (exact ?? assignments.find((entry) => entry.recordType === undefined))?.layout;
}

function sameName(fullName: string, name: string | undefined): boolean {
  return name !== undefined && decodeURIComponent(fullName) === decodeURIComponent(name);
}

function sectionOf(section: LayoutSection): Section | undefined {
  const where = `${section.source.file}:${section.source.line}`;
  const columns = section.layoutColumns.map((column) => column.layoutItems.map((item) => itemOf(item)));
  const links = section.style === 'CustomLinks';
  if (columns.every((column) => column.length === 0)) return undefined;
  return {
    label: section.label ?? '',
    useHeading: { detail: section.detailHeading ?? true, edit: section.editHeading ?? true },
    columns: links ? [[{ kind: 'unsupported', feature: 'custom links on a page layout', where }]] : columns,
  };
}

const BEHAVIORS = { Edit: 'Edit', Required: 'Required', Readonly: 'Readonly' } as const;

function itemOf(item: LayoutItem): Item {
  if (item.field !== undefined) {
    return {
      kind: 'field',
      field: item.field,
      behavior: BEHAVIORS[(item.behavior ?? 'Edit') as keyof typeof BEHAVIORS] ?? 'Edit',
    };
  }
  if (item.emptySpace === true) return { kind: 'empty' };
  const feature = ['page', 'component', 'scontrol', 'canvas', 'customLink'].find(
    (name) => name in item && item[name as 'page'] !== undefined,
  );
  return {
    kind: 'unsupported',
    feature: `${feature ?? 'this item'} on a page layout`,
    where: `${item.source.file}:${item.source.line}`,
  };
}

const SYSTEM_FIELDS = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastActivityDate',
  'LastViewedDate',
  'LastReferencedDate',
]);
const FOOTER_FIELDS = ['CreatedById', 'LastModifiedById'];

/** The layout of an object that the project has none for: the standard one with the project's own fields, or all fields. */
function generatedLayout(object: ObjectSchema): PageLayout {
  const columns = STANDARD_LAYOUTS[object.name] ?? twoColumns(namesOf(object, () => true));
  const custom = STANDARD_LAYOUTS[object.name] === undefined ? [] : namesOf(object, (field) => field.custom);
  const footer = FOOTER_FIELDS.filter((name) => object.field(name) !== undefined).map((name) => [name]);
  const sections = [
    generatedSection(object, 'Information', columns, false),
    generatedSection(object, 'Additional Information', twoColumns(custom), true),
    generatedSection(object, 'System Information', footer, true),
  ];
  return {
    name: `${object.name}-generated`,
    sections: sections.filter((section) => section.columns.flat().length > 0),
    source: undefined,
  };
}

/** Fields that make sense on a page, the name first. */
function namesOf(object: ObjectSchema, wanted: (field: FieldSchema) => boolean): readonly string[] {
  const fields = [...object.fields.values()].filter(
    (field) =>
      wanted(field) &&
      !SYSTEM_FIELDS.has(field.name) &&
      !FOOTER_FIELDS.includes(field.name) &&
      !/^(Created|LastModified)Date$/.test(field.name) &&
      field.type !== 'base64' &&
      compoundOf(object, field) === undefined,
  );
  return fields.sort((a, b) => Number(b.nameField) - Number(a.nameField)).map((field) => field.name);
}

function twoColumns(names: readonly string[]): readonly (readonly string[])[] {
  const half = Math.ceil(names.length / 2);
  return [names.slice(0, half), names.slice(half)];
}

function generatedSection(
  object: ObjectSchema,
  label: string,
  columns: readonly (readonly string[])[],
  detail: boolean,
): Section {
  return {
    label,
    useHeading: { detail, edit: true },
    columns: columns.map((names) =>
      names.flatMap((name): Item[] => {
        const field = object.field(name);
        if (field === undefined) return [];
        const editable =
          (field.createable || field.updateable || partsOf(object, field).length > 0) && !field.calculated;
        return [{ kind: 'field', field: field.name, behavior: editable ? 'Edit' : 'Readonly' }];
      }),
    ),
  };
}

/** Fields of the system's own compact layouts ("Compact Layouts" in Salesforce Help). */
const SYSTEM_COMPACT: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Type', 'Phone', 'Website', 'OwnerId'],
  Contact: ['Name', 'Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  Lead: ['Name', 'Title', 'Company', 'Phone', 'Email'],
  Opportunity: ['Name', 'AccountId', 'CloseDate', 'Amount', 'OwnerId'],
  Case: ['CaseNumber', 'Priority', 'Status', 'Subject'],
  Task: ['Subject', 'Status', 'ActivityDate', 'OwnerId'],
  Event: ['Subject', 'StartDateTime', 'EndDateTime', 'OwnerId'],
  User: ['Name', 'Title', 'Email', 'Phone'],
  Product2: ['Name', 'ProductCode', 'Family', 'IsActive'],
};

/** Names of the fields of the record's compact layout, the name first. */
export function compactLayoutFields(
  metadata: Metadata,
  object: ObjectSchema,
  recordType: RecordTypeSchema | undefined,
): readonly string[] {
  const source = metadata.objects.get(object.name);
  const assigned =
    (recordType === undefined
      ? undefined
      : source?.recordTypes.get(recordType.developerName)?.compactLayoutAssignment) ??
    source?.definition?.compactLayoutAssignment;
  const layout = assigned === undefined ? undefined : source?.compactLayouts.get(assigned);
  return layout?.fields ?? SYSTEM_COMPACT[object.name] ?? [object.nameField?.name ?? 'Id'];
}
