/** The input for one field, by its type. Tells a new value with the event `fieldchange`. */
import { LightningElement, api } from 'lwc';
import type { FieldView } from '../recordEditor/recordEditor.ts';

/** Types of `lightning-input` by data type. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Email: 'email',
  Phone: 'tel',
  Url: 'url',
  Int: 'number',
  Double: 'number',
  Currency: 'number',
  Percent: 'number',
};

const NUMBERS = new Set(['Int', 'Double', 'Currency', 'Percent']);

interface Input extends HTMLElement {
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

export default class FieldInput extends LightningElement {
  @api field!: FieldView;
  @api label: string | undefined;
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;

  @api focus(): void {
    this.input?.focus();
  }

  /** Shows what is wrong with the input; answers whether nothing is. */
  @api reportValidity(): boolean {
    return this.input?.reportValidity() ?? true;
  }

  private shownError: string | undefined;

  renderedCallback(): void {
    const { input } = this;
    if (input === null || this.field.error === this.shownError) return;
    this.shownError = this.field.error;
    input.setCustomValidity(this.field.error ?? '');
    input.reportValidity();
  }

  private get input(): Input | null {
    return this.template!.querySelector<Input>('.input');
  }

  get text(): string {
    return this.label ?? this.field.info.label;
  }

  get help(): string | undefined {
    return this.field.info.inlineHelpText ?? undefined;
  }

  private get type(): string {
    return this.field.info.dataType;
  }

  get isCheckbox(): boolean {
    return this.type === 'Boolean';
  }

  get isPicklist(): boolean {
    return (this.type === 'Picklist' || this.type === 'ComboBox') && !this.isCheckbox;
  }

  get isMultiPicklist(): boolean {
    return this.type === 'MultiPicklist';
  }

  get isReference(): boolean {
    return this.field.info.reference;
  }

  get isRichText(): boolean {
    return this.field.info.extraTypeInfo === 'RichTextArea';
  }

  get isTextArea(): boolean {
    return this.type === 'TextArea' && !this.isRichText;
  }

  get isPlain(): boolean {
    return !(
      this.isCheckbox ||
      this.isPicklist ||
      this.isMultiPicklist ||
      this.isReference ||
      this.isRichText ||
      this.isTextArea
    );
  }

  get inputType(): string {
    return INPUT_TYPES[this.type] ?? 'text';
  }

  get formatter(): string | undefined {
    return this.type === 'Currency' ? 'currency' : this.type === 'Percent' ? 'percent-fixed' : undefined;
  }

  /** A number may have as many digits after the point as the field has. */
  get step(): string | undefined {
    return NUMBERS.has(this.type) ? String(10 ** -this.field.info.scale) : undefined;
  }

  get maxLength(): number | undefined {
    return this.inputType === 'number' || this.field.info.length === 0 ? undefined : this.field.info.length;
  }

  get value(): unknown {
    const { value } = this.field;
    return value === null && !NUMBERS.has(this.type) ? '' : value;
  }

  get isChecked(): boolean {
    return this.field.value === true;
  }

  get choices(): readonly { label: string; value: string }[] {
    return this.required && this.field.value !== null
      ? this.field.choices
      : [{ label: '--None--', value: '' }, ...this.field.choices];
  }

  get values(): readonly string[] {
    return typeof this.field.value === 'string' && this.field.value !== '' ? this.field.value.split(';') : [];
  }

  get isPicklistDisabled(): boolean {
    return this.disabled || this.field.isBlocked;
  }

  get picklistHelp(): string | undefined {
    return this.field.isBlocked ? `Depends on ${this.field.controller}. ${this.help ?? ''}`.trim() : this.help;
  }

  /** Selects a number when it is entered: the base component has just replaced its formatted text, and the selection with it. */
  handleFocus(event: Event): void {
    if (!NUMBERS.has(this.type)) return;
    const input = event.currentTarget as HTMLElement & { selectionStart: number; selectionEnd: number };
    input.selectionStart = 0;
    input.selectionEnd = String(this.field.value ?? '').length;
  }

  handleInput(event: CustomEvent<{ value: unknown }>): void {
    event.stopPropagation();
    const { value } = event.detail;
    if (NUMBERS.has(this.type)) this.tell(value === '' || value === null ? null : Number(value));
    else this.tell(value === '' ? null : value);
  }

  handleCheckbox(event: CustomEvent<{ checked: boolean }>): void {
    event.stopPropagation();
    this.tell(event.detail.checked);
  }

  handleMultiPicklist(event: CustomEvent<{ value: readonly string[] }>): void {
    event.stopPropagation();
    this.tell(event.detail.value.length === 0 ? null : event.detail.value.join(';'));
  }

  handleLookup(event: CustomEvent<{ value: string | null; chosen?: { name: string; objectApiName: string } }>): void {
    event.stopPropagation();
    this.tell(event.detail.value, event.detail.chosen);
  }

  private tell(value: unknown, chosen?: { name: string; objectApiName: string }): void {
    this.dispatchEvent(new CustomEvent('fieldchange', { detail: { name: this.field.name, value, chosen } }));
  }
}
