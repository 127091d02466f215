/** The input of a reference: searches records by name, offers those seen last. Tells the choice with `lookupchange`. */
import { LightningElement, api } from 'lwc';
import { uiApi } from '../http/http.ts';
import { iconOfTheme } from '../icons/icons.ts';
import { objectInfo } from '../records/metadata.ts';
import { recordName } from '../records/names.ts';
import type { FieldView } from '../recordEditor/recordEditor.ts';
import type { ObjectInfo, RecordData } from '../records/types.ts';

interface SearchBox extends HTMLElement {
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

export default class LookupInput extends LightningElement {
  @api field!: FieldView;
  @api label = '';
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;

  target: ObjectInfo | undefined;
  isSearching = false;
  private found: readonly RecordData[] | undefined;
  private term = '';
  private targetName = '';

  @api focus(): void {
    this.box?.focus();
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

  connectedCallback(): void {
    void this.useTarget(this.field.reference?.objectApiName || this.firstTarget);
  }

  /** Where users are among those that can be chosen, mostly one of them is meant. */
  private get firstTarget(): string {
    const user = this.targets.find(({ apiName }) => apiName === 'User');
    return (user ?? this.targets[0])?.apiName ?? '';
  }

  private get targets(): readonly { readonly apiName: string }[] {
    return this.field.info.referenceToInfos;
  }

  private async useTarget(name: string): Promise<void> {
    this.targetName = name;
    this.found = undefined;
    try {
      this.target = await objectInfo(name);
    } catch {
      this.target = undefined;
    }
  }

  get placeholder(): string {
    return `Search ${this.target?.labelPlural ?? 'records'}...`;
  }

  private get iconName(): string {
    return iconOfTheme(this.target?.themeInfo.iconUrl);
  }

  get pill(): object | null {
    const { reference } = this.field;
    return reference === undefined ? null : { label: reference.name, iconName: this.iconName };
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
    if (this.found === undefined) return [];
    const plural = this.target?.labelPlural ?? 'records';
    if (this.found.length === 0) return [{ label: `No ${plural} found`, items: [] }];
    const label = this.term === '' ? `Recent ${plural}` : `${plural} named “${this.term}”`;
    return [{ label, items: this.found.map((record) => this.itemOf(record)) }];
  }

  private itemOf(record: RecordData): object {
    const text = recordName(record, this.target);
    const others = Object.entries(record.fields).filter(([name]) => this.target?.fields[name]?.nameField !== true);
    const subText = others
      .flatMap(([, { displayValue, value }]) => displayValue ?? (typeof value === 'string' ? value : []))
      .slice(0, 2)
      .join(' • ');
    return { type: 'option-card', iconName: this.iconName, text, subText, value: record.id };
  }

  get help(): string | undefined {
    return this.field.info.inlineHelpText ?? undefined;
  }

  async handleSearch(event: CustomEvent<{ term: string }>): Promise<void> {
    const { term } = event.detail;
    this.term = term;
    if (this.targetName === '') return;
    this.isSearching = true;
    const path = `lookups/${this.field.objectApiName}/${this.field.name}/${this.targetName}`;
    try {
      const { records } = await uiApi<{ records: readonly RecordData[] }>('GET', path, { q: term });
      if (term === this.term) this.found = records;
    } catch {
      this.found = [];
    } finally {
      this.isSearching = false;
    }
  }

  handleChoose(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    const chosen = this.found?.find((record) => record.id === value);
    this.tell(value, {
      name: chosen === undefined ? value : recordName(chosen, this.target),
      objectApiName: this.targetName,
    });
  }

  handleTarget(event: CustomEvent<{ value: string }>): void {
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
