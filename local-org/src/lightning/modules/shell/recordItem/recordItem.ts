/** One item of a page layout: a label with one field, or with the parts of a name or an address, to read or to edit. */
import { LightningElement, api } from 'lwc';
import type { FieldView } from '../recordEditor/recordEditor.ts';

interface FieldInput extends HTMLElement {
  reportValidity(): boolean;
}

export default class RecordItem extends LightningElement {
  @api label = '';
  @api fields: readonly FieldView[] = [];
  @api isEditing = false;
  /** Whether the item may be edited when it is shown to read: it gets a pencil. */
  @api isEditable = false;
  @api required = false;
  /** Text in place of a value, for what is not supported. */
  @api notice: string | undefined;

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('shell-field-input')?.focus();
  }

  @api reportValidity(): boolean {
    return [...this.template!.querySelectorAll<FieldInput>('shell-field-input')]
      .map((input) => input.reportValidity())
      .every(Boolean);
  }

  get isCompound(): boolean {
    return this.fields.length > 1;
  }

  get single(): FieldView | undefined {
    return this.fields[0];
  }

  get help(): string | undefined {
    return this.single?.info.inlineHelpText ?? undefined;
  }

  get hasPencil(): boolean {
    return this.isEditable && !this.isEditing;
  }

  get pencilLabel(): string {
    return `Edit ${this.label}`;
  }

  /** Names and addresses are read as one text, others (`Created By` and its date) one after the other. */
  get compoundText(): string | undefined {
    if (!this.isCompound || this.single?.info.compoundFieldName === null) return undefined;
    const texts = this.fields.map((field) => (field.value === null ? '' : String(field.displayValue ?? field.value)));
    return this.isAddress ? this.addressText() : texts.filter((text) => text !== '').join(' ');
  }

  /** Also when the text is empty: then nothing is shown. */
  get isOneText(): boolean {
    return this.compoundText !== undefined;
  }

  private get isAddress(): boolean {
    return this.single?.info.compoundFieldName?.endsWith('Address') ?? false;
  }

  private addressText(): string {
    const part = (end: string) => {
      const field = this.fields.find((candidate) => candidate.name.replace(/__s$/, '').endsWith(end));
      return field === undefined || field.value === null ? '' : String(field.displayValue ?? field.value);
    };
    const region = [part('State') || part('StateCode'), part('PostalCode')].filter((text) => text !== '').join(' ');
    const city = [part('City'), region].filter((text) => text !== '').join(', ');
    return [part('Street'), city, part('Country') || part('CountryCode')].filter((text) => text !== '').join('\n');
  }

  get parts(): readonly object[] {
    return this.fields.map((field, index) => ({
      field,
      key: field.name,
      separator: index === 0 ? '' : ', ',
      required: this.required && field.info.required,
    }));
  }

  get rowClass(): string {
    const base = 'slds-form-element slds-form-element_stacked slds-form-element_readonly slds-hint-parent';
    return this.hasPencil ? `${base} slds-form-element_edit` : base;
  }

  handlePencil(): void {
    this.dispatchEvent(new CustomEvent('editrequest', { detail: { name: this.single?.name } }));
  }

  handleDoubleClick(): void {
    if (this.hasPencil) this.handlePencil();
  }

  handleChange(event: CustomEvent): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: event.detail }));
  }
}
