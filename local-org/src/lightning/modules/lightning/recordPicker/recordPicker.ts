/** `lightning-record-picker`: chooses a record of one object by name. */
import { LightningElement, api } from 'lwc';
import { appData, uiApi } from '../../shell/http/http.ts';
import { iconOfTheme } from '../../shell/icons/icons.ts';
import { objectInfo } from '../../shell/records/metadata.ts';
import { recordName } from '../../shell/records/names.ts';
import { objectName, type ObjectInfo, type ObjectReference, type RecordData } from '../../shell/records/types.ts';

interface SearchBox extends HTMLElement {
  readonly validity: ValidityState;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

export default class RecordPicker extends LightningElement {
  @api label = '';
  @api placeholder: string | undefined;
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;
  @api fieldLevelHelp: string | undefined;
  @api messageWhenValueMissing: string | undefined;
  isSearching = false;
  chosen: string | undefined;
  private term = '';
  private object = '';
  private info: ObjectInfo | undefined;
  private chosenName = '';
  private found: readonly RecordData[] | undefined;

  @api get objectApiName(): ObjectReference {
    return this.object;
  }

  set objectApiName(value: ObjectReference) {
    this.object = objectName(value);
    void this.readInfo();
  }

  /** Id of the chosen record. */
  @api get value(): string | undefined {
    return this.chosen;
  }

  set value(value: string | undefined) {
    this.chosen = value;
    if (value) void this.readName(value);
  }

  @api set filter(filter: unknown) {
    if (filter !== undefined && filter !== null)
      throw new Error('Not supported: the filter of lightning-record-picker');
  }

  get filter(): unknown {
    return undefined;
  }

  @api clearSelection(): void {
    this.chosen = undefined;
    this.chosenName = '';
  }

  @api focus(): void {
    this.box?.focus();
  }

  @api get validity(): ValidityState | undefined {
    return this.box?.validity;
  }

  @api checkValidity(): boolean {
    return this.box?.checkValidity() ?? true;
  }

  @api reportValidity(): boolean {
    return this.box?.reportValidity() ?? true;
  }

  @api setCustomValidity(message: string): void {
    this.box?.setCustomValidity(message);
  }

  private get box(): SearchBox | null {
    return this.template!.querySelector<SearchBox>('shell-search-box');
  }

  private async readInfo(): Promise<void> {
    this.info = await objectInfo(this.object);
  }

  /** Waits for the object: `value` may be set before `object-api-name`. */
  private async readName(id: string): Promise<void> {
    await Promise.resolve();
    const info = await objectInfo(this.object);
    const optionalFields = [...info.nameFields, 'Name'].map((name) => `${info.apiName}.${name}`).join(',');
    const record = await uiApi<RecordData>('GET', `records/${id}`, { optionalFields });
    if (this.chosen === id) this.chosenName = recordName(record, info);
  }

  private get iconName(): string {
    return iconOfTheme(this.info?.themeInfo.iconUrl);
  }

  get pill(): object | null {
    return this.chosen ? { label: this.chosenName, iconName: this.iconName } : null;
  }

  get placeholderText(): string {
    return this.placeholder ?? `Search ${this.info?.labelPlural ?? ''}...`;
  }

  get items(): readonly object[] {
    if (this.found === undefined) return [];
    const items = this.found.map((record) => ({
      type: 'option-card',
      iconName: this.iconName,
      text: recordName(record, this.info),
      value: record.id,
    }));
    return [{ label: items.length === 0 ? 'No results' : (this.info?.labelPlural ?? ''), items }];
  }

  async handleSearch(event: CustomEvent<{ term: string }>): Promise<void> {
    const { term } = event.detail;
    this.term = term;
    this.isSearching = true;
    try {
      const path = `records-by-name/${this.object}`;
      const { records } = await appData<{ records: readonly RecordData[] }>(path, { q: term });
      if (term === this.term) this.found = records;
    } finally {
      this.isSearching = false;
    }
  }

  handleChoose(event: CustomEvent<{ value: string }>): void {
    const record = this.found?.find((one) => one.id === event.detail.value);
    this.chosen = event.detail.value;
    this.chosenName = record === undefined ? '' : recordName(record, this.info);
    this.tell();
  }

  handleRemove(): void {
    this.clearSelection();
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this.chosen ?? null } }));
  }
}
