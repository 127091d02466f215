/** `lightning-input-rich-text`: text with simple formatting, as HTML. */
import { LightningElement, api } from 'lwc';

const FORMATS: readonly { readonly command: string; readonly icon: string; readonly label: string }[] = [
  { command: 'bold', icon: 'utility:bold', label: 'Bold' },
  { command: 'italic', icon: 'utility:italic', label: 'Italic' },
  { command: 'underline', icon: 'utility:underline', label: 'Underline' },
  { command: 'strikeThrough', icon: 'utility:strikethrough', label: 'Strikethrough' },
  { command: 'insertUnorderedList', icon: 'utility:richtextbulletedlist', label: 'Bulleted list' },
  { command: 'insertOrderedList', icon: 'utility:richtextnumberedlist', label: 'Numbered list' },
  { command: 'outdent', icon: 'utility:richtextoutdent', label: 'Outdent' },
  { command: 'indent', icon: 'utility:richtextindent', label: 'Indent' },
  { command: 'removeFormat', icon: 'utility:remove_formatting', label: 'Remove formatting' },
];

export default class InputRichText extends LightningElement {
  @api label = '';
  @api labelVisible = false;
  @api disabled = false;
  @api placeholder = '';
  @api required = false;
  @api messageWhenBadInput: string | undefined;
  @api valid: boolean | undefined;
  formats = FORMATS;
  private html = '';
  private isFocused = false;
  private customMessage = '';

  @api get value(): string {
    return this.html;
  }

  set value(value: string | null | undefined) {
    this.html = value ?? '';
    this.showValue();
  }

  @api focus(): void {
    this.area?.focus();
  }

  @api setCustomValidity(message: string): void {
    this.customMessage = message;
  }

  @api reportValidity(): boolean {
    if (this.customMessage === '' && this.required && this.area?.textContent?.trim() === '')
      this.customMessage = 'Complete this field.';
    return this.customMessage === '';
  }

  private get area(): HTMLElement | null {
    return this.template!.querySelector<HTMLElement>('[data-area]');
  }

  renderedCallback(): void {
    this.showValue();
  }

  /** The text being typed is left alone: setting it would move the cursor. */
  private showValue(): void {
    const { area } = this;
    if (area !== null && !this.isFocused && area.innerHTML !== this.html) area.innerHTML = safeHtml(this.html);
  }

  get editable(): string {
    return String(!this.disabled);
  }

  get labelClass(): string {
    return this.labelVisible ? 'slds-form-element__label' : 'slds-assistive-text';
  }

  get message(): string {
    return this.customMessage || (this.valid === false ? (this.messageWhenBadInput ?? '') : '');
  }

  get elementClass(): string {
    return this.message === '' ? 'slds-form-element' : 'slds-form-element slds-has-error';
  }

  handleFocus(): void {
    this.isFocused = true;
    this.dispatchEvent(new CustomEvent('focus'));
  }

  handleBlur(): void {
    this.isFocused = false;
    this.dispatchEvent(new CustomEvent('blur'));
  }

  handleInput(): void {
    const html = this.area?.innerHTML ?? '';
    this.html = html === '<br>' ? '' : html;
    this.customMessage = '';
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.html } }));
  }

  handleFormat(event: Event): void {
    const { command } = (event.currentTarget as HTMLElement).dataset;
    this.area?.focus();
    document.execCommand(command!);
    this.handleInput();
  }

  handlePaste(event: ClipboardEvent): void {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData?.getData('text/plain') ?? '');
  }
}

/** What a rich text field may hold: nothing that runs. */
function safeHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('script, style, iframe, object, embed, link, meta, form'))
    element.remove();
  for (const element of page.body.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('on') || /^\s*javascript:/i.test(value)) element.removeAttribute(name);
    }
  }
  return page.body.innerHTML;
}
