/** `lightning-record-picker`: chooses a record of one object by name. */
import { LightningElement, api } from 'lwc';
import { appData, uiApi } from '../../shell/http/http.ts';
import { iconOfTheme } from '../../shell/icons/icons.ts';
import { objectInfo } from '../../shell/records/metadata.ts';
import { objectName, type ObjectInfo, type ObjectReference, type RecordData } from '../../shell/records/types.ts';

const PAUSE_MS = 200;

interface Combobox extends HTMLElement {
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
  readonly validity: ValidityState;
}

export default class RecordPicker extends LightningElement {
  @api label = '';
  @api placeholder: string | undefined;
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;
  @api fieldLevelHelp: string | undefined;
  @api messageWhenValueMissing: string | undefined;
  term = '';
  isSearching = false;
  private object = '';
  private info: ObjectInfo | undefined;
  private chosen: string | undefined;
  private chosenName = '';
  private found: readonly RecordData[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  @api get objectApiName(): ObjectReference {
    return this.object;
  }

  set objectApiName(value: ObjectReference) {
    this.object = objectName(value);
    void objectInfo(this.object).then((info) => (this.info = info));
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
    this.combobox?.focus();
  }

  @api get validity(): ValidityState | undefined {
    return this.combobox?.validity;
  }

  @api checkValidity(): boolean {
    return this.combobox?.checkValidity() ?? true;
  }

  @api reportValidity(): boolean {
    return this.combobox?.reportValidity() ?? true;
  }

  @api setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }

  private get combobox(): Combobox | null {
    return this.template!.querySelector<Combobox>('lightning-grouped-combobox');
  }

  private async readName(id: string): Promise<void> {
    const info = await objectInfo(this.object);
    const record = await uiApi<RecordData>('GET', `records/${id}`, {
      optionalFields: info.nameFields.map((name) => `${this.object}.${name}`).join(','),
    });
    if (this.chosen === id) this.chosenName = this.nameOf(record);
  }

  private nameOf(record: RecordData): string {
    const own = record.fields.Name?.value;
    if (typeof own === 'string') return own;
    const parts =
      this.info?.nameFields.map((name) => record.fields[name]?.value).filter((part) => typeof part === 'string') ?? [];
    return parts.join(' ') || record.id;
  }

  get iconName(): string {
    return iconOfTheme(this.info?.themeInfo.iconUrl);
  }

  get pill(): object | null {
    return this.chosen ? { label: this.chosenName, iconName: this.iconName } : null;
  }

  get placeholderText(): string {
    return this.placeholder ?? `Search ${this.info?.labelPlural ?? ''}...`;
  }

  get items(): readonly object[] {
    const items = this.found.map((record) => ({
      type: 'option-card',
      iconName: this.iconName,
      text: this.nameOf(record),
      value: record.id,
    }));
    return [{ label: items.length === 0 && !this.isSearching ? 'No results' : (this.info?.labelPlural ?? ''), items }];
  }

  handleOpen(): void {
    void this.search();
  }

  handleText(event: CustomEvent<{ text: string }>): void {
    this.term = event.detail.text.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(), PAUSE_MS);
  }

  private async search(): Promise<void> {
    const { term } = this;
    this.isSearching = true;
    const { records } = await appData<{ records: readonly RecordData[] }>(`records-by-name/${this.object}`, {
      q: term,
    });
    if (term === this.term) this.found = records;
    this.isSearching = false;
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
    this.chosenName = this.nameOf(this.found.find((record) => record.id === this.chosen)!);
    this.term = '';
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
