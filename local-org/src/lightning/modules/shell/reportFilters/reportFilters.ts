/** Which records a report is about: whose, of which time, and its filters with their logic. */
import { LightningElement, api } from 'lwc';
import { type BuilderFields, NONE, type Option } from '../analytics/builderFields.ts';
import type { Changes } from '../analytics/client.ts';
import type { FilterMetadata, ReportMetadata } from '../analytics/types.ts';
import type { Entry } from '../entryList/entryList.ts';

const CUSTOM = 'CUSTOM';

const BOOLEANS: readonly Option[] = [
  { value: '1', label: 'True' },
  { value: '0', label: 'False' },
];

const KINDS: readonly Option[] = [
  { value: 'fieldValue', label: 'a value' },
  { value: 'fieldToField', label: 'another field' },
];

interface Draft extends FilterMetadata {
  readonly filterType: string;
  /** Of the filter that is changed; undefined for a new one. */
  readonly index: number | undefined;
}

const EMPTY: Draft = { column: NONE, operator: 'equals', value: '', filterType: 'fieldValue', index: undefined };

export default class ReportFilters extends LightningElement {
  @api metadata: ReportMetadata | undefined;
  @api fields: BuilderFields | undefined;
  draft = EMPTY;
  readonly booleans = BOOLEANS;
  readonly kinds = KINDS;

  get scopes(): readonly Option[] {
    return this.fields!.type.scopeInfo.values;
  }

  get dateOptions(): readonly Option[] {
    return [{ value: NONE, label: '--None--' }, ...this.fields!.options((name) => this.fields!.isDate(name))];
  }

  get dateColumn(): string {
    return this.metadata!.standardDateFilter?.column ?? NONE;
  }

  get spans(): readonly Option[] {
    const groups = this.fields!.type.standardDateFilterDurationGroups;
    const known = groups.flatMap((group) => group.standardDateFilterDurations);
    const others = this.isOtherSpan(known) ? [{ value: this.span, label: this.span }] : [];
    return [{ value: CUSTOM, label: 'All Time, or from and to' }, ...known, ...others];
  }

  /** One of the metadata that no list offers, as `N_YEARS_AGO:2`. */
  private isOtherSpan(known: readonly Option[]): boolean {
    return this.span !== CUSTOM && known.every(({ value }) => value !== this.span);
  }

  get span(): string {
    return this.metadata!.standardDateFilter?.durationValue ?? CUSTOM;
  }

  get hasDates(): boolean {
    return this.dateColumn !== NONE && this.span === CUSTOM;
  }

  get filters(): readonly Entry[] {
    return this.metadata!.reportFilters.map((filter, index) => {
      const text = `${index + 1}. ${this.fields!.labelOf(filter.column)} ${this.operatorLabel(filter)} ${this.valueLabel(filter)}`;
      return {
        key: String(index),
        text,
        editLabel: `Change the filter ${text}`,
        removeLabel: `Remove the filter ${text}`,
      };
    });
  }

  private valueLabel({ column, value, filterType }: FilterMetadata): string {
    if (filterType === 'fieldToField') return this.fields!.labelOf(value);
    if (this.fields!.dataTypeOf(column) === 'boolean') return /^(?:1|true|yes)$/i.test(value) ? 'True' : 'False';
    return value === '' ? '(empty)' : value.replaceAll(',', ', ').replaceAll(/ {2,}/g, ' ');
  }

  private operatorLabel({ operator }: FilterMetadata): string {
    const all = Object.values(this.fields!.type.dataTypeFilterOperatorMap).flat();
    return all.find(({ name }) => name === operator)?.label ?? operator;
  }

  get columnOptions(): readonly Option[] {
    return this.fields!.options((_, { filterable }) => filterable);
  }

  get operators(): readonly Option[] {
    const map = this.fields!.type.dataTypeFilterOperatorMap;
    const known = map[this.fields!.dataTypeOf(this.draft.column)] ?? map.string ?? [];
    return known.map(({ name, label }) => ({ value: name, label }));
  }

  get isChosen(): boolean {
    return this.draft.column !== NONE;
  }

  get isToField(): boolean {
    return this.draft.filterType === 'fieldToField';
  }

  get isBoolean(): boolean {
    return !this.isToField && this.fields!.dataTypeOf(this.draft.column) === 'boolean';
  }

  /** Values of a picklist are ticked, unless a part of one is asked for. */
  get isList(): boolean {
    return !this.isToField && this.values.length > 0 && !/contain|startsWith/i.test(this.draft.operator);
  }

  get isText(): boolean {
    return !this.isToField && !this.isBoolean && !this.isList;
  }

  get values(): readonly Option[] {
    const values = this.fields!.column(this.draft.column)?.filterValues ?? [];
    return values.map(({ name, label }) => ({ value: name, label }));
  }

  get ticked(): readonly string[] {
    return this.draft.value === '' ? [] : this.draft.value.split(',').map((one) => one.trim());
  }

  get comparable(): readonly Option[] {
    const wanted = this.fields!.dataTypeOf(this.draft.column);
    return this.fields!.options((name, { dataType }) => name !== this.draft.column && dataType === wanted);
  }

  get hint(): string {
    return this.fields!.isDate(this.draft.column)
      ? '2026-01-31, THIS MONTH, LAST 30 DAYS'
      : 'Several values: separate by commas';
  }

  get addLabel(): string {
    return this.isNew ? 'Add Filter' : 'Change Filter';
  }

  get isNew(): boolean {
    return this.draft.index === undefined;
  }

  get isOld(): boolean {
    return !this.isNew;
  }

  get cannotAdd(): boolean {
    return !this.isChosen || (this.isToField && this.draft.value === '');
  }

  get filterLogic(): string {
    return this.metadata!.reportBooleanFilter ?? '';
  }

  /** Which filters are joined how means something for two and more. */
  get hasLogic(): boolean {
    return this.metadata!.reportFilters.length > 1;
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.change({ scope: event.detail.value });
  }

  handleDateColumn(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.changeDates(value === NONE ? null : { column: value });
  }

  handleSpan(event: CustomEvent<{ value: string }>): void {
    this.changeDates({ durationValue: event.detail.value, startDate: null, endDate: null });
  }

  handleDay(event: CustomEvent<{ value: string | null }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    this.changeDates({ [name]: event.detail.value || null });
  }

  private changeDates(changes: Partial<NonNullable<ReportMetadata['standardDateFilter']>> | null): void {
    const none = { column: this.dateColumn, durationValue: CUSTOM, startDate: null, endDate: null };
    this.change({
      standardDateFilter: changes === null ? null : { ...(this.metadata!.standardDateFilter ?? none), ...changes },
    });
  }

  handleEdit(event: CustomEvent<string>): void {
    const index = Number(event.detail);
    const { column, operator, value, filterType = 'fieldValue' } = this.metadata!.reportFilters[index]!;
    this.draft = { column, operator, value, filterType, index };
  }

  handleRemove(event: CustomEvent<string>): void {
    const removed = Number(event.detail);
    this.draft = EMPTY;
    // A logic that numbers the filters is of no use to fewer of them.
    this.change({
      reportFilters: this.metadata!.reportFilters.filter((_, index) => index !== removed),
      reportBooleanFilter: null,
    });
  }

  handleLogic(event: Event): void {
    const { value } = event.target as HTMLElement & { value: string };
    this.change({ reportBooleanFilter: value.trim() === '' ? null : value });
  }

  handleColumn(event: CustomEvent<{ value: string }>): void {
    const column = event.detail.value;
    const value = this.fields!.dataTypeOf(column) === 'boolean' ? '1' : '';
    this.draft = { ...this.draft, column, operator: 'equals', value, filterType: 'fieldValue' };
  }

  handlePart(event: CustomEvent<{ value: string | readonly string[] }>): void {
    const { name } = event.target as HTMLElement & { name: string };
    const { value } = event.detail;
    const others = name === 'filterType' ? { value: '' } : {};
    this.draft = { ...this.draft, ...others, [name]: typeof value === 'string' ? value : value.join(',') };
  }

  handleCancel(): void {
    this.draft = EMPTY;
  }

  handleAdd(): void {
    const { index: changed, ...filter } = this.draft;
    const { reportFilters, reportBooleanFilter } = this.metadata!;
    this.draft = EMPTY;
    if (changed !== undefined) {
      this.change({ reportFilters: reportFilters.map((one, index) => (index === changed ? filter : one)) });
      return;
    }
    this.change({
      reportFilters: [...reportFilters, filter],
      reportBooleanFilter:
        reportBooleanFilter === null ? null : `(${reportBooleanFilter}) AND ${reportFilters.length + 1}`,
    });
  }

  private change(detail: Changes): void {
    this.dispatchEvent(new CustomEvent('edit', { detail }));
  }
}
