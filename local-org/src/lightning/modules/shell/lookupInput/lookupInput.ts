/** The input of a reference: searches records by name, offers those seen last. Tells the choice with `lookupchange`. */
import { LightningElement, api } from 'lwc';
import { uiApi } from '../http/http.ts';
import { iconOfTheme } from '../icons/icons.ts';
import { objectInfo } from '../records/metadata.ts';
import type { FieldView } from '../recordEditor/recordEditor.ts';
import type { ObjectInfo, RecordData } from '../records/types.ts';

const PAUSE_MS = 200;

interface Combobox extends HTMLElement {
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

interface Item {
  readonly type: 'option-card';
  readonly iconName: string;
  readonly text: string;
  readonly subText: string;
  readonly value: string;
}

export default class LookupInput extends LightningElement {
  @api field!: FieldView;
  @api label = '';
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;

  target: ObjectInfo | undefined;
  found: readonly Item[] = [];
  isSearching = false;
  term = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private names = new Map<string, string>();
  private targetName = '';

  @api focus(): void {
    this.combobox?.focus();
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

  connectedCallback(): void {
    void this.useTarget(this.field.reference?.objectApiName || this.targets[0]?.apiName || '');
  }

  private get targets(): readonly { readonly apiName: string }[] {
    return this.field.info.referenceToInfos;
  }

  private async useTarget(name: string): Promise<void> {
    this.targetName = name;
    try {
      this.target = await objectInfo(name);
    } catch {
      this.target = undefined;
    }
  }

  get placeholder(): string {
    return `Search ${this.target?.labelPlural ?? 'records'}...`;
  }

  get pill(): { label: string; iconName: string } | null {
    const { reference } = this.field;
    return reference === undefined
      ? null
      : { label: reference.name, iconName: iconOfTheme(this.target?.themeInfo.iconUrl) };
  }

  /** A reference to several objects offers a choice of object first. */
  get filterItems(): readonly object[] | undefined {
    if (this.targets.length < 2) return undefined;
    return this.targets.map(({ apiName }) => ({
      type: 'option-inline',
      text: apiName,
      value: apiName,
      highlight: apiName === this.targetName,
    }));
  }

  get filterText(): string {
    return this.target?.label ?? this.targetName;
  }

  get items(): readonly object[] {
    const heading =
      this.term === ''
        ? `Recent ${this.target?.labelPlural ?? ''}`
        : `${this.target?.labelPlural ?? 'Records'} named “${this.term}”`;
    return this.found.length === 0 ? [{ label: this.emptyText, items: [] }] : [{ label: heading, items: this.found }];
  }

  private get emptyText(): string {
    return this.isSearching ? 'Searching…' : `No ${this.target?.labelPlural ?? 'records'} found`;
  }

  get help(): string | undefined {
    return this.field.info.inlineHelpText ?? undefined;
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
    if (this.targetName === '') return;
    this.isSearching = true;
    const path = `lookups/${this.field.objectApiName}/${this.field.name}/${this.targetName}`;
    try {
      const { records } = await uiApi<{ records: readonly RecordData[] }>('GET', path, { q: term });
      if (term !== this.term) return;
      this.found = records.map((record) => this.itemOf(record));
    } catch {
      this.found = [];
    } finally {
      this.isSearching = false;
    }
  }

  private itemOf(record: RecordData): Item {
    const [name, ...others] = Object.values(record.fields).filter(
      ({ value }) => value === null || typeof value !== 'object',
    );
    const text = String(record.fields.Name?.value ?? name?.value ?? record.id);
    this.names.set(record.id, text);
    const subText = others
      .flatMap(({ displayValue, value }) => displayValue ?? (typeof value === 'string' && value !== text ? value : []))
      .slice(0, 2)
      .join(' • ');
    return {
      type: 'option-card',
      iconName: iconOfTheme(this.target?.themeInfo.iconUrl),
      text,
      subText,
      value: record.id,
    };
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.term = '';
    this.tell(value, { name: this.names.get(value) ?? value, objectApiName: this.targetName });
  }

  handleSelectTarget(event: CustomEvent<{ value: string }>): void {
    this.found = [];
    void this.useTarget(event.detail.value);
  }

  handleRemove(): void {
    this.tell(null);
    this.focus();
  }

  private tell(value: string | null, chosen?: { name: string; objectApiName: string }): void {
    this.dispatchEvent(new CustomEvent('lookupchange', { detail: { value, chosen } }));
  }
}
