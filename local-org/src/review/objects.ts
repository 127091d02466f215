/** Rules, roll-ups, record types and overrides of an object, and records of custom metadata, name fields and components. */
import type { ObjectMetadata } from '../metadata/metadata.ts';
import type { CustomFieldSource } from '../metadata/readers/custom-field.ts';
import type { ObjectSchema } from '../schema/model.ts';
import type { Catalogue, Place } from './catalogue.ts';

export function checkObjects(catalogue: Catalogue): void {
  const { metadata, schema } = catalogue;
  for (const source of metadata.objects.values()) {
    const object = schema.object(source.fullName);
    if (object === undefined) continue;
    for (const field of source.fields.values()) checkRollUpFilter(catalogue, field);
    for (const rule of source.validationRules.values()) {
      if (rule.errorDisplayField !== undefined) catalogue.field(rule, object, rule.errorDisplayField);
    }
    checkComponents(catalogue, object, source);
  }
  for (const record of metadata.customMetadataRecords.values()) {
    const type = catalogue.object(record, `${record.fullName.split('.')[0]}__mdt`);
    for (const value of type === undefined ? [] : record.values) catalogue.field(value, type!, value.field);
  }
}

/** Filters of a roll-up are on the detail: `Detail__c.Field__c`. */
function checkRollUpFilter(catalogue: Catalogue, { summaryFilterItems }: CustomFieldSource): void {
  for (const item of summaryFilterItems) catalogue.qualifiedField(item, item.field);
}

function checkComponents(catalogue: Catalogue, object: ObjectSchema, source: ObjectMetadata): void {
  const { metadata } = catalogue;
  for (const link of source.webLinks.values()) {
    if (link.page !== undefined) catalogue.component(link, 'Page', metadata.pages, link.page);
  }
  for (const set of source.fieldSets.values()) {
    for (const item of [...set.displayedFields, ...set.availableFields]) catalogue.field(item, object, item.field);
  }
  for (const type of source.recordTypes.values()) {
    for (const values of type.picklistValues) catalogue.field(values, object, values.picklist);
    if (type.compactLayoutAssignment !== undefined) {
      catalogue.component(type, 'Compact layout', source.compactLayouts, type.compactLayoutAssignment);
    }
  }
  for (const override of source.definition?.actionOverrides ?? []) {
    checkOverride(catalogue, override, override.type, override.content);
  }
  for (const recalculation of source.definition?.sharingRecalculations ?? []) {
    catalogue.component(recalculation, 'Apex class', metadata.apexClasses, recalculation.className);
  }
}

/** Actions of an object can lead to a Lightning page, a component or a Visualforce page ("ActionOverride"). */
function checkOverride(
  catalogue: Catalogue,
  place: Place,
  type: string | undefined,
  content: string | undefined,
): void {
  const { flexiPages, lwcBundles, pages } = catalogue.metadata;
  if (content === undefined) return;
  switch (type?.toLowerCase()) {
    case 'flexipage': {
      catalogue.component(place, 'Lightning page', flexiPages, content);
      return;
    }
    case 'lightningwebcomponent': {
      catalogue.component(place, 'Component', lwcBundles, content);
      return;
    }
    case 'visualforce': {
      catalogue.component(place, 'Page', pages, content);
      return;
    }
  }
}
