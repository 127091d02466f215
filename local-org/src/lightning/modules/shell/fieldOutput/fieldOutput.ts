/** A field's value to read, by its type. */
import { LightningElement, api } from 'lwc';
import { urlOf } from '../router/router.ts';
import type { FieldView } from '../recordEditor/recordEditor.ts';

export default class FieldOutput extends LightningElement {
  @api field!: FieldView;
  /** Whether text stands beside it: a link in a text is not told by its colour alone. */
  @api isInText = false;

  private get type(): string {
    return this.field.info.dataType;
  }

  private get isFilled(): boolean {
    return this.field.value !== null && this.field.value !== '';
  }

  get isCheckbox(): boolean {
    return this.type === 'Boolean';
  }

  get isReference(): boolean {
    return this.field.reference !== undefined;
  }

  get isEmail(): boolean {
    return this.type === 'Email' && this.isFilled;
  }

  get isPhone(): boolean {
    return this.type === 'Phone' && this.isFilled;
  }

  get isUrl(): boolean {
    return this.type === 'Url' && this.isFilled;
  }

  /** Formulas of text may hold a hyperlink or an image. */
  get isHtml(): boolean {
    const { info, value } = this.field;
    return info.htmlFormatted || (info.calculated && typeof value === 'string' && /<(a|img)\s/i.test(value));
  }

  get isLongText(): boolean {
    return this.type === 'TextArea' && !this.isHtml;
  }

  get isChecked(): boolean {
    return this.field.value === true;
  }

  get linkClass(): string {
    return this.isInText ? 'in-text' : '';
  }

  get url(): string {
    const reference = this.field.reference!;
    return urlOf({
      type: 'standard__recordPage',
      attributes: { objectApiName: reference.objectApiName, recordId: reference.id, actionName: 'view' },
    });
  }

  get text(): string {
    const { displayValue, value } = this.field;
    return displayValue ?? (value === null ? '' : String(value));
  }
}
