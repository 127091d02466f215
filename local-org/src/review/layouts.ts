/** Page layouts, compact layouts, list views, search layouts, paths and quick actions name fields and lists of an object. */
import { listColumn } from '../api/ui-api/list-columns.ts';
import type { LayoutSource } from '../metadata/readers/layout.ts';
import type { ObjectMetadata } from '../metadata/metadata.ts';
import { NotSupported } from '../schema/errors.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { Catalogue, Place } from './catalogue.ts';

export function checkLayouts(catalogue: Catalogue): void {
  const { metadata } = catalogue;
  for (const layout of metadata.layouts.values()) {
    const object = catalogue.object(layout, layout.fullName.split('-')[0] ?? '');
    if (object !== undefined) checkLayout(catalogue, object, layout);
  }
  for (const source of metadata.objects.values()) {
    const object = catalogue.schema.object(source.fullName);
    if (object !== undefined) checkObjectParts(catalogue, object, source);
  }
  for (const path of metadata.pathAssistants.values()) {
    const object = catalogue.object(path, path.entityName);
    if (object === undefined) continue;
    catalogue.field(path, object, path.fieldName);
    const values = object.field(path.fieldName)?.picklistValues.map(({ value }) => value) ?? [];
    for (const step of path.pathAssistantSteps) {
      if (!values.includes(step.picklistValueName)) catalogue.missing(step, `Value ${step.picklistValueName}`);
      for (const name of step.fieldNames) catalogue.field(step, object, name);
    }
  }
}

function checkLayout(catalogue: Catalogue, object: ObjectSchema, layout: LayoutSource): void {
  const { metadata } = catalogue;
  const items = layout.layoutSections.flatMap((section) =>
    section.layoutColumns.flatMap((column) => column.layoutItems),
  );
  for (const item of items) {
    if (item.field !== undefined && !isOfEveryType(object, item.field)) catalogue.field(item, object, item.field);
    if (item.page !== undefined) catalogue.component(item, 'Page', metadata.pages, item.page);
  }
  for (const list of layout.relatedLists) {
    // `Child__c.Parent__c` names the field of a child; the platform's own lists have names of their own.
    const [childName, fieldName] = list.relatedList.split('.');
    if (childName === undefined || fieldName === undefined) continue;
    const child = catalogue.object(list, childName);
    if (child === undefined) continue;
    catalogue.field(list, child, fieldName);
    for (const name of list.fields) checkColumn(catalogue, list, child, name);
    if (list.sortField !== undefined) checkColumn(catalogue, list, child, list.sortField);
  }
}

/** What layouts of custom metadata types show of every record, and queries do not know ("Custom Metadata Type Fields", Salesforce Help). */
function isOfEveryType(object: ObjectSchema, name: string): boolean {
  return object.name.endsWith('__mdt') && ['IsProtected', 'CreatedById', 'LastModifiedById'].includes(name);
}

function checkObjectParts(catalogue: Catalogue, object: ObjectSchema, source: ObjectMetadata): void {
  for (const view of source.listViews.values()) {
    for (const name of view.columns) checkColumn(catalogue, view, object, name);
    for (const filter of view.filters) checkColumn(catalogue, filter, object, filter.field);
  }
  for (const compact of source.compactLayouts.values()) {
    for (const name of compact.fields) catalogue.field(compact, object, name);
  }
  const search = source.definition?.searchLayouts;
  for (const name of [
    ...(search?.customTabListAdditionalFields ?? []),
    ...(search?.lookupDialogsAdditionalFields ?? []),
    ...(search?.lookupFilterFields ?? []),
    ...(search?.searchFilterFields ?? []),
    ...(search?.searchResultsAdditionalFields ?? []),
  ]) {
    checkColumn(catalogue, search!, object, name);
  }
  const assigned = source.definition?.compactLayoutAssignment;
  if (assigned !== undefined && assigned !== 'SYSTEM' && source.definition !== undefined) {
    catalogue.component(source.definition, 'Compact layout', source.compactLayouts, assigned);
  }
}

function checkColumn(catalogue: Catalogue, place: Place, object: ObjectSchema, name: string): void {
  try {
    listColumn(catalogue.schema, object, name, place.source.file);
  } catch (error) {
    if (!(error instanceof NotSupported)) throw error;
    catalogue.missing(place, `Column ${name} of ${object.name}`);
  }
}
