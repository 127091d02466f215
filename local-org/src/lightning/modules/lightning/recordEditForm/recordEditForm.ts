/** `lightning-record-edit-form`: a form of `lightning-input-field`s that makes or changes one record. */
import { LightningElement, api } from 'lwc';
import { FormParts } from '../../shell/recordEditor/formParts.ts';
import { RecordEditor } from '../../shell/recordEditor/recordEditor.ts';
import { objectName, type ObjectReference } from '../../shell/records/types.ts';

export default class RecordEditForm extends LightningElement {
  @api formClass = '';
  @api density: string | undefined;
  @api layoutType: string | undefined;
  private readonly form = new FormParts();
  private objectValue: ObjectReference | undefined;
  private recordValue: string | undefined;
  private recordTypeValue: string | undefined;
  private isAttached = false;
  private scheduled = false;

  @api get objectApiName(): ObjectReference | undefined {
    return this.objectValue;
  }

  set objectApiName(value: ObjectReference | undefined) {
    this.objectValue = value;
    this.schedule();
  }

  @api get recordId(): string | undefined {
    return this.recordValue;
  }

  set recordId(value: string | undefined) {
    this.recordValue = value;
    this.schedule();
  }

  @api get recordTypeId(): string | undefined {
    return this.recordTypeValue;
  }

  set recordTypeId(value: string | undefined) {
    this.recordTypeValue = value;
    this.schedule();
  }

  /** Saves what was entered, or these fields in place of it. */
  @api submit(fields?: Readonly<Record<string, unknown>>): void {
    void this.save(fields);
  }

  constructor() {
    super();
    this.form.listen(this);
  }

  connectedCallback(): void {
    this.isAttached = true;
    this.schedule();
  }

  disconnectedCallback(): void {
    this.isAttached = false;
    this.form.close();
  }

  /** Properties are set one after the other: the record is opened once, after the last. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    void Promise.resolve().then(() => {
      this.scheduled = false;
      if (this.isAttached && this.objectValue !== undefined) void this.open();
    });
  }

  private async open(): Promise<void> {
    const editor = new RecordEditor({
      objectApiName: objectName(this.objectValue!),
      ...(this.recordValue ? { recordId: this.recordValue } : {}),
      ...(this.recordTypeValue ? { recordTypeId: this.recordTypeValue } : {}),
    });
    await this.form.use(editor);
    if (editor.loadError !== undefined) return this.fail(editor.loadError);
    const { info, record } = editor;
    const detail = {
      objectInfos: { [info!.apiName]: info },
      records: record?.id ? { [record.id]: record } : {},
      record,
    };
    this.dispatchEvent(new CustomEvent('load', { detail }));
  }

  private fail(error: unknown): void {
    this.dispatchEvent(new CustomEvent('error', { detail: error }));
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const { editor } = this.form;
    if (editor === undefined || !this.form.reportValidity()) return;
    const detail = { fields: this.enteredFields(editor) };
    if (this.dispatchEvent(new CustomEvent('submit', { cancelable: true, detail }))) void this.save();
  }

  /** The values of all inputs, changed or not: that is what a `submit` handler is given. */
  private enteredFields(editor: RecordEditor): Record<string, unknown> {
    const shown = this.form.fields.map((name) => [name, editor.value(name)] as const);
    return { ...Object.fromEntries(shown), ...editor.input() };
  }

  private async save(fields?: Readonly<Record<string, unknown>>): Promise<void> {
    const { editor } = this.form;
    if (editor === undefined) return;
    const saved = await editor.save(this.writable(editor, fields));
    if (saved !== undefined) {
      this.dispatchEvent(new CustomEvent('success', { detail: saved }));
      return;
    }
    const { page, fields: byField } = editor.problems;
    const message = page[0] ?? [...byField.values()][0] ?? '';
    const output = {
      errors: page.map((text) => ({ message: text })),
      fieldErrors: Object.fromEntries([...byField].map(([name, text]) => [name, [{ message: text, field: name }]])),
    };
    this.fail({
      message: 'An error occurred while trying to update the record. Please try again.',
      detail: message,
      output,
    });
  }

  /** A `submit` handler hands back all values; those the user may not write are left out. */
  private writable(editor: RecordEditor, fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    const may = (name: string) => {
      const info = editor.info?.fields[name];
      return info === undefined || (editor.isNew ? info.createable : info.updateable);
    };
    return Object.fromEntries(Object.entries(fields).filter(([name]) => may(name)));
  }
}
