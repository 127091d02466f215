/** The window in which a record is made, changed or copied, by its page layout. Closes with the saved record. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { messageOf } from '../errors/errors.ts';
import { RecordEditor } from '../recordEditor/recordEditor.ts';
import { layout, objectInfo } from '../records/metadata.ts';
import type { LayoutSection, ObjectInfo, RecordData, RecordTypeInfo } from '../records/types.ts';
import { uiApi } from '../http/http.ts';
import { onNavigate } from '../router/router.ts';
import { toastSaved } from '../toasts/savedToast.ts';

export interface FormRequest {
  /** May be left out for a record that exists. */
  readonly objectApiName?: string;
  readonly recordId?: string;
  readonly cloneOf?: string;
  readonly recordTypeId?: string;
  readonly defaults?: Readonly<Record<string, unknown>>;
  /** Fields to show in place of the page layout's. */
  readonly fields?: readonly string[];
  readonly title?: string;
}

export default class FormModal extends LightningModal {
  @api request!: FormRequest;
  info: ObjectInfo | undefined;
  editor: RecordEditor | undefined;
  sections: readonly LayoutSection[] = [];
  problem: string | undefined;
  /** Record types to choose from, before the form is shown. */
  recordTypes: readonly RecordTypeInfo[] = [];
  private recordTypeId: string | undefined;
  private version = 0;
  private endNavigation: (() => void) | undefined;
  private focusedEditor: RecordEditor | undefined;

  async connectedCallback(): Promise<void> {
    this.endNavigation = onNavigate(() => this.finish());
    try {
      const { recordId, cloneOf } = this.request;
      const existing = recordId ?? cloneOf;
      const name = this.request.objectApiName ?? (existing === undefined ? '' : await objectOf(existing));
      this.info = await objectInfo(name);
      this.label = this.heading;
      this.recordTypeId = this.request.recordTypeId;
      const types = Object.values(this.info.recordTypeInfos).filter((type) => type.available && !type.master);
      if (existing === undefined && this.recordTypeId === undefined && types.length > 1) {
        this.recordTypes = types;
        this.recordTypeId = this.info.defaultRecordTypeId;
      } else {
        await this.openForm();
      }
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  disconnectedCallback(): void {
    this.endNavigation?.();
    this.editor?.close();
  }

  /** The first input gets the focus once the form is there. */
  renderedCallback(): void {
    if (this.editor === undefined || this.focusedEditor === this.editor) return;
    this.focusedEditor = this.editor;
    this.template!.querySelector<HTMLElement>('shell-record-sections')?.focus();
  }

  /** Closes the window once: the page that a closed form leads to is no reason to close it again. */
  private finish(saved?: RecordData): void {
    this.endNavigation?.();
    this.close(saved);
  }

  private async openForm(): Promise<void> {
    const { recordId, cloneOf, defaults, fields } = this.request;
    const { apiName } = this.info!;
    const editor = new RecordEditor({
      objectApiName: apiName,
      ...(recordId === undefined ? {} : { recordId }),
      ...(cloneOf === undefined ? {} : { cloneOf }),
      ...(this.recordTypeId === undefined ? {} : { recordTypeId: this.recordTypeId }),
      ...(defaults === undefined ? {} : { defaults }),
    });
    editor.onChange(() => this.version++);
    await editor.want(fields ?? []);
    if (editor.loadError !== undefined) throw editor.loadError;
    const found = await layout(apiName, editor.isNew ? 'Create' : 'Edit', editor.record!.recordTypeId);
    this.sections = fields === undefined ? found.sections : [sectionOf(this.info!, fields)];
    const components = this.sections.flatMap((section) =>
      section.layoutRows.flatMap((row) => row.layoutItems.flatMap((item) => item.layoutComponents)),
    );
    await editor.want(components.flatMap(({ apiName: field }) => field ?? []));
    editor.edit();
    this.editor = editor;
    this.recordTypes = [];
  }

  get heading(): string {
    if (this.request.title !== undefined) return this.request.title;
    if (this.info === undefined) return 'Loading';
    const { recordId, cloneOf } = this.request;
    if (recordId !== undefined) return `Edit ${this.recordName ?? this.info.label}`;
    const type = this.info.recordTypeInfos[this.editor?.record?.recordTypeId ?? ''];
    const suffix = type === undefined || type.master ? '' : `: ${type.name}`;
    return cloneOf === undefined ? `New ${this.info.label}${suffix}` : `Clone ${this.info.label}`;
  }

  private get recordName(): string | undefined {
    const name = this.version < 0 ? undefined : this.editor?.record?.fields[this.info?.nameFields.at(-1) ?? '']?.value;
    return typeof name === 'string' ? name : undefined;
  }

  get choosesRecordType(): boolean {
    return this.recordTypes.length > 0;
  }

  get recordTypeOptions(): readonly object[] {
    return this.recordTypes.map((type) => ({ label: type.name, value: type.recordTypeId }));
  }

  get isLoading(): boolean {
    return this.editor === undefined && !this.choosesRecordType && this.problem === undefined;
  }

  get isSaving(): boolean {
    return this.version >= 0 && this.editor?.isSaving === true;
  }

  get canSaveAndNew(): boolean {
    return this.editor?.isNew === true && this.request.fields === undefined;
  }

  handleRecordType(event: CustomEvent<{ value: string }>): void {
    this.recordTypeId = event.detail.value;
  }

  async handleNext(): Promise<void> {
    try {
      await this.openForm();
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  handleCancel(): void {
    this.finish();
  }

  async handleSave(): Promise<void> {
    const saved = await this.save();
    if (saved !== undefined) this.finish(saved);
  }

  async handleSaveAndNew(): Promise<void> {
    if ((await this.save()) === undefined) return;
    this.editor = undefined;
    await this.openForm();
  }

  private async save(): Promise<RecordData | undefined> {
    const { editor } = this;
    if (editor === undefined) return undefined;
    const isNew = editor.isNew;
    const saved = await editor.save();
    if (saved !== undefined) toastSaved(this.info!.label, saved, isNew ? 'created' : 'saved');
    return saved;
  }
}

async function objectOf(recordId: string): Promise<string> {
  const record = await uiApi<RecordData>('GET', `records/${recordId}`, { optionalFields: 'Id' });
  return record.apiName;
}

/** The fields of a quick action, one below the other. */
function sectionOf(info: ObjectInfo, names: readonly string[]): LayoutSection {
  const items = names.flatMap((name) => {
    const field = info.fields[name];
    if (field === undefined) return [];
    const component = { apiName: name, componentType: 'Field', label: field.label };
    return [
      {
        editableForNew: field.createable,
        editableForUpdate: field.updateable,
        label: field.label,
        layoutComponents: [component],
        required: field.required,
      },
    ];
  });
  return {
    columns: 1,
    heading: null,
    id: 'fields',
    layoutRows: items.map((item) => ({ layoutItems: [item] })),
    useHeading: false,
  };
}
