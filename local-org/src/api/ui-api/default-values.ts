/** What a form for a new record starts with: the default values of the fields, as the save would set them. */
import { setDefaults } from '../../automation/defaults.ts';
import type { ObjectSchema, RecordTypeSchema } from '../../schema/model.ts';
import { SObject } from '../../schema/sobject.ts';
import { canEdit, type UiApiContext } from './context.ts';
import { FieldSelection } from './field-selection.ts';
import { recordRepresentation, type RecordRepresentation } from './record-representation.ts';

/** Values of the fields the user may set. A picklist's default counts only where the record type offers it. */
export function defaultValues(
  context: UiApiContext,
  object: ObjectSchema,
  recordType: RecordTypeSchema | undefined,
): RecordRepresentation {
  const record = new SObject(object);
  if (recordType !== undefined) record.set('RecordTypeId', recordType.id);
  setDefaults(context.tx, object, [record]);
  const selection = new FieldSelection(object);
  for (const field of object.fields.values()) {
    if (field.createable && canEdit(context, field)) selection.fields.set(field.name, field);
  }
  for (const [field, offered] of recordType?.picklistValues ?? []) {
    if (!offered.includes(String(record.get(field)))) record.set(field, null);
  }
  return recordRepresentation(context, record, selection);
}
