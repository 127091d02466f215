/** How the parts of a form find the form: an event that the nearest form answers. */
import type { RecordEditor } from './recordEditor.ts';

export const JOIN_FORM = 'shell__joinform';

/** A part of a form: it is given the form's editor, and again when the form turns to another record. */
export interface FormPart {
  /** The field it shows; undefined for a part that shows no field. */
  readonly field: string | undefined;
  useEditor(editor: RecordEditor): void;
  /** Shows what is wrong with its input; answers whether nothing is. */
  reportValidity?(): boolean;
}

/** Asks the form around an element to take the part in; answers the function that takes it out again. */
export function joinForm(element: EventTarget, part: FormPart): () => void {
  const detail: { part: FormPart; leave?: () => void } = { part };
  element.dispatchEvent(new CustomEvent(JOIN_FORM, { bubbles: true, composed: true, detail }));
  return () => detail.leave?.();
}
