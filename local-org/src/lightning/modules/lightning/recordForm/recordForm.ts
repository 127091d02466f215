/** `lightning-record-form`: a whole form from a list of fields or a layout, to read, edit or make a record. */
import { LightningElement, api } from 'lwc';
import { RecordEditor } from '../../shell/recordEditor/recordEditor.ts';
import { layout, objectInfo } from '../../shell/records/metadata.ts';
import {
  fieldName,
  objectName,
  type FieldReference,
  type LayoutItem,
  type LayoutSection,
  type ObjectInfo,
  type ObjectReference,
} from '../../shell/records/types.ts';

export default class RecordForm extends LightningElement {
  @api objectApiName!: ObjectReference;
  @api recordId: string | undefined;
  @api recordTypeId: string | undefined;
  @api layoutType: string | undefined;
  @api fields: readonly FieldReference[] | undefined;
  @api columns: number | string = 1;
  /** `view` (the default for a record that exists), `edit` or `readonly`. */
  @api mode: string | undefined;
  @api density: string | undefined;

  editor: RecordEditor | undefined;
  sections: readonly LayoutSection[] = [];
  private version = 0;

  async connectedCallback(): Promise<void> {
    const name = objectName(this.objectApiName);
    const editor = new RecordEditor({
      objectApiName: name,
      ...(this.recordId ? { recordId: this.recordId } : {}),
      ...(this.recordTypeId ? { recordTypeId: this.recordTypeId } : {}),
    });
    editor.isEditing = editor.isNew || this.mode === 'edit';
    editor.onChange(() => this.version++);
    this.sections = await this.readSections(name, editor);
    const components = this.sections.flatMap((section) =>
      section.layoutRows.flatMap((row) => row.layoutItems.flatMap((item) => item.layoutComponents)),
    );
    await editor.want(components.flatMap(({ apiName }) => apiName ?? []));
    this.editor = editor;
    if (editor.loadError !== undefined) this.dispatchEvent(new CustomEvent('error', { detail: editor.loadError }));
    else this.dispatchEvent(new CustomEvent('load', { detail: { records: { [this.recordId ?? '']: editor.record } } }));
  }

  disconnectedCallback(): void {
    this.editor?.close();
  }

  private async readSections(name: string, editor: RecordEditor): Promise<readonly LayoutSection[]> {
    if (this.fields === undefined) {
      const { sections } = await layout(
        name,
        editor.isNew ? 'Create' : 'View',
        this.recordTypeId,
        this.layoutType ?? 'Full',
      );
      return sections;
    }
    const info = await objectInfo(name);
    const items = this.fields.flatMap((field) => itemOf(info, fieldName(field).split('.').at(-1)!) ?? []);
    const width = Number(this.columns);
    const rows = Array.from({ length: Math.ceil(items.length / width) }, (_, row) => ({
      layoutItems: items.slice(row * width, (row + 1) * width),
    }));
    return [{ columns: width, heading: null, id: 'fields', layoutRows: rows, useHeading: false }];
  }

  get isEditing(): boolean {
    return this.version >= 0 && this.editor?.isEditing === true;
  }

  get hasPencils(): boolean {
    return this.mode !== 'readonly';
  }

  async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    const { editor } = this;
    if (editor === undefined) return;
    const detail = { fields: editor.input() };
    if (!this.dispatchEvent(new CustomEvent('submit', { cancelable: true, detail }))) return;
    await this.save();
  }

  /** Saves what was entered, or these fields in place of it. */
  @api submit(fields?: Readonly<Record<string, unknown>>): void {
    void this.save(fields);
  }

  private async save(fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const saved = await this.editor?.save(fields);
    if (saved === undefined) this.dispatchEvent(new CustomEvent('error', { detail: this.editor?.problems }));
    else this.dispatchEvent(new CustomEvent('success', { detail: saved }));
  }

  handleCancel(): void {
    this.editor?.cancel();
    if (this.editor?.isNew === true) this.editor.edit();
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}

function itemOf(info: ObjectInfo, name: string): LayoutItem | undefined {
  const field = info.fields[name];
  if (field === undefined) return undefined;
  const parts = Object.values(info.fields).filter((part) => part.compoundFieldName === name);
  const components = field.compound && parts.length > 0 ? parts : [field];
  return {
    editableForNew: components.some((part) => part.createable),
    editableForUpdate: components.some((part) => part.updateable),
    label: field.label,
    layoutComponents: components.map((part) => ({ apiName: part.apiName, componentType: 'Field', label: part.label })),
    required: field.required,
  };
}
