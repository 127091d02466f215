/** `lightning-output-field`: a field to read inside a record form. */
import { LightningElement, api } from 'lwc';
import { joinForm } from '../../shell/recordEditor/formEvents.ts';
import type { FieldView, RecordEditor } from '../../shell/recordEditor/recordEditor.ts';
import { fieldName as nameOf, type FieldReference } from '../../shell/records/types.ts';

export default class OutputField extends LightningElement {
  @api fieldName!: FieldReference;
  @api variant: string | undefined;
  @api fieldClass = '';

  private editor: RecordEditor | undefined;
  private endEditor: (() => void) | undefined;
  private leave: (() => void) | undefined;
  private version = 0;

  connectedCallback(): void {
    this.leave = joinForm(this, { field: this.name, useEditor: (editor) => this.useEditor(editor) });
  }

  disconnectedCallback(): void {
    this.leave?.();
    this.endEditor?.();
  }

  private get name(): string {
    return nameOf(this.fieldName).split('.').at(-1)!;
  }

  private useEditor(editor: RecordEditor): void {
    this.endEditor?.();
    this.editor = editor;
    this.endEditor = editor.onChange(() => this.version++);
    this.version++;
  }

  get field(): FieldView | undefined {
    return this.version < 0 ? undefined : this.editor?.field(this.name);
  }

  get fields(): readonly FieldView[] {
    return this.field === undefined ? [] : [this.field];
  }

  get isLabelHidden(): boolean {
    return this.variant === 'label-hidden';
  }
}
