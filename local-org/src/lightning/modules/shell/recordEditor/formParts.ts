/** The parts of one form and the editor they share. */
import { JOIN_FORM, type FormPart } from './formEvents.ts';
import { RecordEditor } from './recordEditor.ts';

export class FormParts {
  private readonly parts = new Set<FormPart>();
  private current: RecordEditor | undefined;

  /** Takes in every part below the form's element. */
  listen(element: EventTarget): void {
    element.addEventListener(JOIN_FORM, (event) => {
      event.stopPropagation();
      const { detail } = event as CustomEvent<{ part: FormPart; leave?: () => void }>;
      this.parts.add(detail.part);
      detail.leave = () => this.parts.delete(detail.part);
      if (this.current === undefined) return;
      detail.part.useEditor(this.current);
      void this.current.want(this.fields);
    });
  }

  get editor(): RecordEditor | undefined {
    return this.current;
  }

  /** Names of the fields that the parts show. */
  get fields(): string[] {
    return [...this.parts].flatMap((part) => part.field ?? []);
  }

  /** Turns the form to another record. */
  async use(editor: RecordEditor): Promise<void> {
    this.current?.close();
    this.current = editor;
    for (const part of this.parts) part.useEditor(editor);
    await editor.want(this.fields);
  }

  reportValidity(): boolean {
    return [...this.parts].map((part) => part.reportValidity?.() ?? true).every(Boolean);
  }

  close(): void {
    this.current?.close();
  }
}
