/** Schema.PicklistEntry ("PicklistEntry Class", Apex Reference Guide). */
import type { PicklistEntry } from '../../../schema/model.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';

export class PicklistEntryValue extends LibraryObject {
  readonly typeName = 'Schema.PicklistEntry';
  readonly entry: PicklistEntry;

  constructor(entry: PicklistEntry) {
    super();
    this.entry = entry;
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
