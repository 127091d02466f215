/** `lightning-input-field`: the input for a field inside `lightning-record-edit-form`. */
import { LightningElement, api } from 'lwc';
import { joinForm } from '../../shell/recordEditor/formEvents.ts';
import type { FieldView, RecordEditor } from '../../shell/recordEditor/recordEditor.ts';
import { fieldName as nameOf, type FieldReference } from '../../shell/records/types.ts';

interface Input extends HTMLElement {
  reportValidity(): boolean;
}

export default class InputField extends LightningElement {
  @api fieldName!: FieldReference;
  @api disabled = false;
  @api readOnly = false;
  @api required = false;
  @api variant: string | undefined;
  @api dirty = false;

  private editor: RecordEditor | undefined;
  private endEditor: (() => void) | undefined;
  private leave: (() => void) | undefined;
  /** A value the component gave, until there is an editor to give it to. */
  private given: { readonly value: unknown } | undefined;
  private version = 0;

  @api get value(): unknown {
    return this.editor === undefined ? this.given?.value : this.editor.value(this.name);
  }

  set value(value: unknown) {
    this.given = { value };
    this.giveValue();
  }

  @api focus(): void {
    this.input?.focus();
  }

  @api reportValidity(): boolean {
    return [...this.template!.querySelectorAll<Input>('shell-field-input')]
      .map((input) => input.reportValidity())
      .every(Boolean);
  }

  /** Puts the field back to the record's value. */
  @api reset(): void {
    this.editor?.set(this.name, this.editor.record?.fields[this.name]?.value ?? null);
  }

  connectedCallback(): void {
    this.leave = joinForm(this, {
      field: this.name,
      useEditor: (editor) => this.useEditor(editor),
      reportValidity: () => this.reportValidity(),
    });
  }

  disconnectedCallback(): void {
    this.leave?.();
    this.endEditor?.();
  }

  private get input(): Input | null {
    return this.template!.querySelector<Input>('shell-field-input');
  }

  /** The name without its object. */
  private get name(): string {
    return nameOf(this.fieldName).split('.').at(-1)!;
  }

  private useEditor(editor: RecordEditor): void {
    this.endEditor?.();
    this.editor = editor;
    this.endEditor = editor.onChange(() => {
      this.giveValue();
      this.version++;
    });
    this.giveValue();
    this.version++;
  }

  private giveValue(): void {
    if (this.given === undefined || this.editor?.record === undefined) return;
    const { value } = this.given;
    this.given = undefined;
    if (value !== undefined) this.editor.set(this.name, value);
  }

  /** The field, or its parts when it is a name or an address. */
  get fields(): readonly FieldView[] {
    if (this.version < 0 || this.editor === undefined) return [];
    const info = this.editor.info?.fields[this.name];
    if (info?.compound !== true) {
      const view = this.editor.field(this.name);
      return view === undefined ? [] : [view];
    }
    const parts = Object.values(this.editor.info!.fields).filter((field) => field.compoundFieldName === this.name);
    return parts.flatMap((field) => this.editor!.field(field.apiName) ?? []);
  }

  get views(): readonly object[] {
    return this.fields.map((field) => ({
      field,
      key: field.name,
      isReadOnly: this.readOnly || !this.isWritable(field),
      required: this.required || field.info.required,
    }));
  }

  private isWritable(field: FieldView): boolean {
    return this.editor?.isNew === true ? field.info.createable : field.info.updateable;
  }

  handleChange(
    event: CustomEvent<{ name: string; value: unknown; chosen?: { name: string; objectApiName: string } }>,
  ): void {
    const { name, value, chosen } = event.detail;
    this.dirty = true;
    this.editor?.set(name, value, chosen);
    // A lookup's value is a list, as the platform's is.
    const isReference = this.editor?.info?.fields[name]?.reference === true;
    const told = isReference ? (value === null ? [] : [value]) : value;
    this.dispatchEvent(
      new CustomEvent('change', { detail: { value: told, checked: value === true }, bubbles: true, composed: true }),
    );
  }
}
