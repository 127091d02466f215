/** The page of one record: the Lightning page assigned to it, else the platform's default. */
import { LightningElement, api } from 'lwc';
import { currentAppName, onAppChange } from '../apps/apps.ts';
import type { PageContext, RecordPageInfo } from '../flexiPage/pageTypes.ts';
import { appData } from '../http/http.ts';
import { RecordEditor } from '../recordEditor/recordEditor.ts';
import { onRefresh } from '../refresh/refresh.ts';
import { setTitle } from '../router/title.ts';
import { defaultPage } from './defaultPage.ts';

export default class RecordPage extends LightningElement {
  context: PageContext | undefined;
  problem: unknown;
  private shownId: string | undefined;
  private version = 0;
  private readonly ends: (() => void)[] = [];

  @api get recordId(): string | undefined {
    return this.shownId;
  }

  set recordId(id: string | undefined) {
    if (id === this.shownId) return;
    this.shownId = id;
    void this.open();
  }

  connectedCallback(): void {
    this.ends.push(
      onAppChange(() => void this.open()),
      onRefresh(() => this.refreshActions()),
    );
  }

  disconnectedCallback(): void {
    this.context?.editor?.close();
    for (const end of this.ends) end();
  }

  private async open(): Promise<void> {
    const id = this.shownId!;
    this.context?.editor?.close();
    this.context = undefined;
    this.problem = undefined;
    try {
      const record = await appData<RecordPageInfo>(`record-page/${id}`, { app: await currentAppName() });
      if (id !== this.shownId) return;
      const editor = new RecordEditor({ objectApiName: record.objectApiName, recordId: record.recordId });
      editor.onChange(() => this.follow(editor, record));
      this.context = { page: record.page ?? defaultPage(), record, editor };
    } catch (error) {
      if (id === this.shownId) this.problem = error;
    }
  }

  /** A save may change what the user may do with the record, and which page it has. */
  private async refreshActions(): Promise<void> {
    const { context } = this;
    if (context?.record === undefined) return;
    try {
      const record = await appData<RecordPageInfo>(`record-page/${context.record.recordId}`, {
        app: await currentAppName(),
      });
      if (this.context !== context) return;
      if (record.page?.name !== context.record.page?.name) await this.open();
      else if (hasOtherRights(record, context.record)) this.context = { ...context, record };
    } catch (error) {
      if (this.context === context) this.problem = error;
    }
  }

  private follow(editor: RecordEditor, record: RecordPageInfo): void {
    this.version++;
    if (editor.loadError !== undefined) this.problem = editor.loadError;
    const name = editor.record?.fields[record.nameField ?? '']?.value;
    if (typeof name === 'string') setTitle(name, record.label);
  }

  get isEditing(): boolean {
    return this.version >= 0 && this.context?.editor?.isEditing === true;
  }

  get problems(): object | undefined {
    return this.version < 0 ? undefined : this.context?.editor?.problems;
  }

  get isSaving(): boolean {
    return this.version >= 0 && this.context?.editor?.isSaving === true;
  }

  handleCancel(): void {
    this.context?.editor?.cancel();
  }

  async handleSave(): Promise<void> {
    await this.context?.editor?.save();
  }
}

function hasOtherRights(one: RecordPageInfo, other: RecordPageInfo): boolean {
  const rights = ({ mayEdit, actions, approval, isLocked, lockMessage }: RecordPageInfo) =>
    JSON.stringify([mayEdit, actions, approval, isLocked, lockMessage]);
  return rights(one) !== rights(other);
}
