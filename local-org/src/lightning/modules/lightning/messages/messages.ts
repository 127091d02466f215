/** `lightning-messages`: what was wrong with a save, inside `lightning-record-edit-form`. */
import { LightningElement } from 'lwc';
import { joinForm } from '../../shell/recordEditor/formEvents.ts';
import type { RecordEditor } from '../../shell/recordEditor/recordEditor.ts';

export default class Messages extends LightningElement {
  private editor: RecordEditor | undefined;
  private endEditor: (() => void) | undefined;
  private leave: (() => void) | undefined;
  private version = 0;

  connectedCallback(): void {
    this.leave = joinForm(this, { field: undefined, useEditor: (editor) => this.useEditor(editor) });
  }

  disconnectedCallback(): void {
    this.leave?.();
    this.endEditor?.();
  }

  private useEditor(editor: RecordEditor): void {
    this.endEditor?.();
    this.editor = editor;
    this.endEditor = editor.onChange(() => this.version++);
    this.version++;
  }

  get problems(): readonly { key: number; text: string }[] {
    if (this.version < 0 || this.editor === undefined) return [];
    const { page, fields } = this.editor.problems;
    const summary = page.length === 0 && fields.size > 0 ? ['Review the errors on this page.'] : [];
    return [...page, ...summary].map((text, key) => ({ key, text }));
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }
}
