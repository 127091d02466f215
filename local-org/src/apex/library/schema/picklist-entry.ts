/** Schema.PicklistEntry ("PicklistEntry Class", Apex Reference Guide). */
import { controllingValuesOf, validForBitmap } from '../../../schema/dependent-picklist.ts';
import type { FieldSchema, PicklistEntry } from '../../../schema/model.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';

export class PicklistEntryValue extends LibraryObject {
  readonly typeName = 'Schema.PicklistEntry';
  readonly entry: PicklistEntry;
  /** Which controlling values it goes with, as describes of the API say it; no method gives it, JSON does. */
  readonly validFor: string | null;

  constructor(entry: PicklistEntry, controller: FieldSchema | undefined) {
    super();
    this.entry = entry;
    this.validFor =
      entry.validFor === undefined ? null : validForBitmap(entry.validFor, controllingValuesOf(controller));
  }
}

export const picklistEntryClass = libraryClass(
  'Schema.PicklistEntry',
  readings<PicklistEntryValue>({
    'Boolean Active': ({ entry }) => entry.active,
    'Boolean DefaultValue': ({ entry }) => entry.isDefault,
    'String Label': ({ entry }) => entry.label,
    'String Value': ({ entry }) => entry.value,
  }),
);
