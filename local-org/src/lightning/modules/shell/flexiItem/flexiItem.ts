/** One component of a Lightning page: shown when its visibility rule says so, with its own error in its place. */
import { LightningElement, api } from 'lwc';
import { messageOf } from '../errors/errors.ts';
import type { PageContext, PageItem } from '../flexiPage/pageTypes.ts';
import { isVisible, recordPaths } from '../flexiPage/visibility.ts';
import { subscribe } from '../records/recordCache.ts';
import type { RecordData } from '../records/types.ts';
import { standardComponent } from './standardComponents.ts';

export default class FlexiItem extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  private record: RecordData | undefined;
  private end: (() => void) | undefined;
  private failure: string | undefined;

  connectedCallback(): void {
    const paths = recordPaths(this.item.visibility);
    const record = this.context.record;
    if (paths.length === 0 || record === undefined) return;
    this.end = subscribe({
      recordId: record.recordId,
      request: { fields: [], optionalFields: paths.map((path) => `${record.objectApiName}.${path}`) },
      next: (data) => (this.record = data),
      fail: () => (this.record = undefined),
    });
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  errorCallback(error: unknown): void {
    console.error(error);
    this.failure = `The component ${this.item.name} failed: ${messageOf(error)} (${this.item.where})`;
  }

  get notice(): string | undefined {
    if (!this.isShown) return undefined;
    if (this.failure !== undefined) return this.failure;
    const isKnown = this.standard !== undefined || this.isCustom;
    return isKnown ? undefined : `Not supported: the component ${this.item.name} (${this.item.where})`;
  }

  get noticeVariant(): string {
    return this.failure === undefined ? 'warning' : 'error';
  }

  get isShown(): boolean {
    const waits = recordPaths(this.item.visibility).length > 0 && this.record === undefined;
    return !waits && isVisible(this.item.visibility, this.record);
  }

  get standard(): ReturnType<typeof standardComponent> {
    return this.isShown && this.failure === undefined ? standardComponent(this.item) : undefined;
  }

  get standardProps(): object {
    return { item: this.item, context: this.context };
  }

  private get isCustom(): boolean {
    return this.item.kind === 'component' && (!this.item.name.includes(':') || this.item.name.startsWith('c:'));
  }

  get customName(): string | undefined {
    return this.isShown && this.failure === undefined && this.isCustom
      ? `c/${this.item.name.replace(/^c:/, '')}`
      : undefined;
  }

  /** Design attributes, and on a record page the record's id and object. */
  get customProps(): object {
    const { record } = this.context;
    const context = record === undefined ? {} : { recordId: record.recordId, objectApiName: record.objectApiName };
    return { ...this.item.properties, ...context };
  }
}
