/** `lightning-record-view-form`: `lightning-output-field`s of one record. */
import { LightningElement, api } from 'lwc';
import { FormParts } from '../../shell/recordEditor/formParts.ts';
import { RecordEditor } from '../../shell/recordEditor/recordEditor.ts';
import { objectName, type ObjectReference } from '../../shell/records/types.ts';

export default class RecordViewForm extends LightningElement {
  @api density: string | undefined;
  private readonly form = new FormParts();
  private objectValue: ObjectReference | undefined;
  private recordValue: string | undefined;

  @api get objectApiName(): ObjectReference | undefined {
    return this.objectValue;
  }

  set objectApiName(value: ObjectReference | undefined) {
    this.objectValue = value;
    void this.open();
  }

  @api get recordId(): string | undefined {
    return this.recordValue;
  }

  set recordId(value: string | undefined) {
    this.recordValue = value;
    void this.open();
  }

  constructor() {
    super();
    this.form.listen(this);
  }

  disconnectedCallback(): void {
    this.form.close();
  }

  private async open(): Promise<void> {
    if (this.objectValue === undefined || !this.recordValue) return;
    const editor = new RecordEditor({ objectApiName: objectName(this.objectValue), recordId: this.recordValue });
    await this.form.use(editor);
    if (editor.loadError !== undefined) this.dispatchEvent(new CustomEvent('error', { detail: editor.loadError }));
    else this.dispatchEvent(new CustomEvent('load', { detail: { records: { [this.recordValue]: editor.record } } }));
  }
}
