/** The files of a record: upload, preview, download, delete. */
import { LightningElement, api } from 'lwc';
import { confirmDelete } from '../actions/recordActions.ts';
import { messageOf } from '../errors/errors.ts';
import { appData } from '../http/http.ts';
import { onRefresh } from '../refresh/refresh.ts';
import { fileSize } from './fileSize.ts';

interface RecordFile {
  readonly id: string;
  readonly versionId: string;
  readonly title: string;
  readonly extension: string | null;
  readonly size: number;
  readonly modified: string;
  readonly owner: string | null;
  readonly deletable: boolean;
}

export default class FileList extends LightningElement {
  @api recordId = '';
  problem: string | undefined;
  private found: readonly RecordFile[] | undefined;
  private end: (() => void) | undefined;

  connectedCallback(): void {
    this.end = onRefresh(() => this.load());
    void this.load();
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private async load(): Promise<void> {
    try {
      this.found = (await appData<{ files: readonly RecordFile[] }>(`record-files/${this.recordId}`)).files;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get title(): string {
    return this.found === undefined ? 'Files' : `Files (${this.found.length})`;
  }

  get files(): readonly object[] {
    return (this.found ?? []).map((file) => ({
      ...file,
      name: file.extension === null ? file.title : `${file.title}.${file.extension}`,
      details: [new Date(file.modified).toLocaleDateString(), fileSize(file.size), file.owner]
        .filter(Boolean)
        .join(' · '),
      previewUrl: `/sfc/servlet.shepherd/version/renditionDownload?rendition=ORIGINAL&versionId=${file.versionId}`,
      downloadUrl: `/sfc/servlet.shepherd/version/download/${file.versionId}`,
      downloadLabel: `Download ${file.title}`,
      deleteLabel: `Delete ${file.title}`,
    }));
  }

  get hasFiles(): boolean {
    return this.files.length > 0;
  }

  async handleDelete(event: Event): Promise<void> {
    const id = (event.currentTarget as HTMLElement).dataset.id!;
    await confirmDelete('ContentDocument', 'File', id, true);
  }
}
