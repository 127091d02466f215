/** The toast after a save. */
import type { RecordData } from '../records/types.ts';
import { toast } from './toasts.ts';

/** Says that a record was saved, as the platform does. */
export function toastSaved(objectLabel: string, record: RecordData, verb: 'created' | 'saved'): void {
  const name = Object.entries(record.fields).find(([field]) => field === 'Name')?.[1].value;
  const message =
    typeof name === 'string' && name !== '' ? `${objectLabel} "{0}" was ${verb}.` : `${objectLabel} was ${verb}.`;
  const url = `/lightning/r/${record.apiName}/${record.id}/view`;
  toast({ message, messageData: [{ url, label: String(name) }], variant: 'success' });
}
