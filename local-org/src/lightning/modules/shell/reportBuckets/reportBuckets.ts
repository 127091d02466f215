/** The buckets of a report: names for ranges of a number, or for several values of a text, to group and filter by. */
import { LightningElement, api } from 'lwc';
import { type BuilderFields, freeName, type Option, withoutColumn } from '../analytics/builderFields.ts';
import type { Changes } from '../analytics/client.ts';
import type { BucketMetadata, ReportMetadata } from '../analytics/types.ts';
import type { Entry } from '../entryList/entryList.ts';

interface Draft {
  readonly developerName: string;
  readonly label: string;
  readonly column: string;
  /** `text` is the upper bound of a range of numbers, or the values of a text, separated by commas. */
  readonly values: readonly { readonly label: string; readonly text: string }[];
  readonly other: string;
}

const EMPTY = { label: '', text: '' };

export default class ReportBuckets extends LightningElement {
  @api fields: BuilderFields | undefined;
  draft: Draft | undefined;
  private isSaving = false;
  private shown: ReportMetadata | undefined;

  @api get metadata(): ReportMetadata {
    return this.shown!;
  }

  /** The form closes when the report has what was saved: what is refused stays to be mended. */
  set metadata(metadata: ReportMetadata) {
    if (this.isSaving) this.draft = undefined;
    this.isSaving = false;
    this.shown = metadata;
  }

  get buckets(): readonly Entry[] {
    return this.metadata.buckets.map(({ developerName, label, sourceColumnName }) => ({
      key: developerName,
      text: label,
      editLabel: `Edit the bucket ${label} of ${this.fields!.labelOf(sourceColumnName)}`,
      removeLabel: `Remove the bucket ${label}`,
    }));
  }

  get columnOptions(): readonly Option[] {
    return this.fields!.options((_, { bucketable }) => bucketable);
  }

  get isNumber(): boolean {
    return this.fields!.isNumber(this.draft!.column);
  }

  get isText(): boolean {
    return !this.isNumber;
  }

  get valueLabel(): string {
    return this.isNumber ? 'Up to' : 'Values';
  }

  get hint(): string {
    const values = this.fields!.column(this.draft!.column)?.filterValues ?? [];
    if (this.isNumber) return 'Leave the last bound empty for everything above.';
    return values.length > 0 ? values.map(({ name }) => name).join(', ') : 'Several values: separate by commas';
  }

  get rows(): readonly object[] {
    return this.draft!.values.map((one, index) => ({
      ...one,
      index,
      nameLabel: `Bucket ${index + 1}`,
      textLabel: `${this.valueLabel}, bucket ${index + 1}`,
    }));
  }

  get cannotSave(): boolean {
    const { label, column, values } = this.draft!;
    return label.trim() === '' || column === '' || values.every((one) => one.label.trim() === '');
  }

  handleAdd(): void {
    const taken = this.metadata.buckets.map((one) => one.developerName);
    const developerName = freeName('BucketField_', taken);
    this.draft = { developerName, label: '', column: '', values: [EMPTY, EMPTY], other: '' };
  }

  handleEdit(event: CustomEvent<string>): void {
    const bucket = this.bucketOf(event);
    this.draft = {
      developerName: bucket.developerName,
      label: bucket.label,
      column: bucket.sourceColumnName,
      values: bucket.values.map(({ label, rangeUpperBound, sourceDimensionValues }) => ({
        label,
        text: rangeUpperBound ?? sourceDimensionValues.join(', '),
      })),
      other: bucket.otherBucketLabel ?? '',
    };
  }

  handlePart(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    this.isSaving = false;
    this.draft = { ...this.draft!, [name]: event.detail.value };
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    const { name, dataset } = event.target as HTMLElement & { name: string };
    const changed = Number(dataset.index);
    const values = this.draft!.values.map((one, index) =>
      index === changed ? { ...one, [name]: event.detail.value } : one,
    );
    this.draft = { ...this.draft!, values };
  }

  handleMore(): void {
    this.draft = { ...this.draft!, values: [...this.draft!.values, EMPTY] };
  }

  handleCancel(): void {
    this.draft = undefined;
  }

  handleSave(): void {
    this.isSaving = true;
    const saved = this.bucketOfDraft();
    const { buckets, detailColumns } = this.metadata;
    const isNew = buckets.every((one) => one.developerName !== saved.developerName);
    this.change({
      buckets: isNew
        ? [...buckets, saved]
        : buckets.map((one) => (one.developerName === saved.developerName ? saved : one)),
      ...(isNew ? { detailColumns: [...detailColumns, saved.developerName] } : {}),
    });
  }

  handleRemove(event: CustomEvent<string>): void {
    const removed = this.bucketOf(event);
    this.change({
      ...withoutColumn(this.metadata, removed.developerName),
      buckets: this.metadata.buckets.filter((one) => one !== removed),
    });
  }

  private bucketOfDraft(): BucketMetadata {
    const { developerName, label, column, other } = this.draft!;
    const values = this.draft!.values.filter((one) => one.label.trim() !== '');
    const { isNumber } = this;
    return {
      developerName,
      label: label.trim(),
      sourceColumnName: column,
      bucketType: isNumber ? 'number' : this.fields!.dataTypeOf(column) === 'picklist' ? 'picklist' : 'text',
      nullTreatedAsZero: false,
      otherBucketLabel: isNumber || other.trim() === '' ? null : other.trim(),
      values: values.map((one, index) => ({
        label: one.label.trim(),
        rangeLowerBound: isNumber ? boundOf(values[index - 1]?.text) : null,
        rangeUpperBound: isNumber ? boundOf(one.text) : null,
        sourceDimensionValues: isNumber ? [] : one.text.split(',').map((text) => text.trim()),
      })),
    };
  }

  private bucketOf(event: CustomEvent<string>): BucketMetadata {
    return this.metadata.buckets.find(({ developerName }) => developerName === event.detail)!;
  }

  private change(detail: Changes): void {
    this.dispatchEvent(new CustomEvent('edit', { detail }));
  }
}

function boundOf(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text.trim();
}
