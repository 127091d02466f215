/** Opens the forms for records. */
import type { RecordData } from '../records/types.ts';
import FormModal, { type FormRequest } from '../formModal/formModal.ts';

/** Shows a form over the page; answers the record that was saved, or undefined when the form was closed. */
export async function openRecordForm(request: FormRequest): Promise<RecordData | undefined> {
  return (await FormModal.open({ size: 'medium', label: request.title ?? 'Record', request })) as
    RecordData | undefined;
}
