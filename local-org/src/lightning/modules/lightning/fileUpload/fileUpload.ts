/** `lightning-file-upload`: uploads files to a record ("lightning-file-upload", Component Reference). */
import { LightningElement, api } from 'lwc';
import { refreshPage } from '../../shell/refresh/refresh.ts';
import { uploadFile, type UploadedFile } from '../../shell/upload/upload.ts';

/** "You can upload up to 10 files simultaneously." */
const MOST_FILES = 10;

interface Progress {
  readonly key: string;
  readonly name: string;
  readonly percent: number;
  readonly error: string | undefined;
}

export default class FileUpload extends LightningElement {
  @api label = '';
  @api name = '';
  @api accept: string | readonly string[] = '';
  @api multiple = false;
  @api disabled = false;
  @api required = false;
  @api recordId: string | undefined;
  @api fileFieldName: string | undefined;
  @api fileFieldValue: string | undefined;
  uploads: readonly Progress[] = [];
  problem: string | undefined;
  isOver = false;

  get accepted(): string {
    return typeof this.accept === 'string' ? this.accept : this.accept.join(',');
  }

  get isBusy(): boolean {
    return this.disabled || this.uploads.some(({ percent, error }) => percent < 100 && error === undefined);
  }

  get rows(): readonly object[] {
    return this.uploads.map((upload) => ({
      ...upload,
      value: Math.round(upload.percent),
      isDone: upload.percent === 100 && upload.error === undefined,
      isRunning: upload.percent < 100 && upload.error === undefined,
    }));
  }

  get zoneClass(): string {
    return `slds-file-selector__dropzone${this.isOver ? ' slds-has-drag-over' : ''}`;
  }

  handleDragOver(event: DragEvent): void {
    event.preventDefault();
    this.isOver = !this.isBusy;
  }

  handleDragLeave(): void {
    this.isOver = false;
  }

  handleDrop(event: DragEvent): void {
    event.preventDefault();
    this.isOver = false;
    if (!this.isBusy) void this.start([...(event.dataTransfer?.files ?? [])]);
  }

  handleChange(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.start([...(input.files ?? [])]).then(() => (input.value = ''));
  }

  private async start(files: readonly File[]): Promise<void> {
    this.problem = this.refusal(files);
    if (this.problem !== undefined || files.length === 0) return;
    this.uploads = files.map((file, index) => ({
      key: `${index} ${file.name}`,
      name: file.name,
      percent: 0,
      error: undefined,
    }));
    const target = { recordId: this.recordId, field: this.fileFieldName, value: this.fileFieldValue };
    const results = await Promise.all(files.map((file, index) => this.send(file, index, target)));
    const uploaded = results.filter((result) => result !== undefined);
    if (uploaded.length === 0) return;
    this.dispatchEvent(new CustomEvent('uploadfinished', { detail: { files: uploaded } }));
    await refreshPage();
  }

  private async send(
    file: File,
    index: number,
    target: Parameters<typeof uploadFile>[1],
  ): Promise<UploadedFile | undefined> {
    try {
      const uploaded = await uploadFile(file, target, (percent) =>
        this.show(index, { percent: Math.min(percent, 99) }),
      );
      this.show(index, { percent: 100 });
      return uploaded;
    } catch (error) {
      this.show(index, { error: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }

  private show(index: number, change: Partial<Progress>): void {
    this.uploads = this.uploads.map((upload, at) => (at === index ? { ...upload, ...change } : upload));
  }

  private refusal(files: readonly File[]): string | undefined {
    if (!this.multiple && files.length > 1) return 'You can upload one file at a time.';
    if (files.length > MOST_FILES) return `You can upload up to ${MOST_FILES} files at a time.`;
    const wrong = files.find((file) => !accepts(this.accepted, file));
    return wrong === undefined ? undefined : `Your company doesn't support the following file types: ${wrong.name}`;
  }
}

/** `.png, image/*`. */
function accepts(accepted: string, { name, type }: File): boolean {
  const kinds = accepted.split(',').map((kind) => kind.trim().toLowerCase());
  return (
    kinds.every((kind) => kind === '') || kinds.some((kind) => kind !== '' && matches(kind, name.toLowerCase(), type))
  );
}

function matches(kind: string, name: string, type: string): boolean {
  if (kind.startsWith('.')) return name.endsWith(kind);
  return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
}
