/** `force:highlightsPanel`: what the record is, its compact layout and its actions. */
import { LightningElement, api } from 'lwc';
import { runAction } from '../actions/recordActions.ts';
import type { PageContext, PageItem, RecordAction } from '../flexiPage/pageTypes.ts';
import type { FieldView } from '../recordEditor/recordEditor.ts';

const SHOWN_BUTTONS = 3;

export default class HighlightsPanel extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  private version = 0;
  private end: (() => void) | undefined;

  connectedCallback(): void {
    const { editor, record } = this.context;
    this.end = editor?.onChange(() => this.version++);
    void editor?.want([...this.fieldNames, ...(record?.nameField ? [record.nameField] : [])]);
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  private get fieldNames(): readonly string[] {
    const sections = this.context.record?.compactLayout.sections ?? [];
    const items = sections.flatMap((section) => section.layoutRows.flatMap((row) => row.layoutItems));
    return items.flatMap((item) => item.layoutComponents.flatMap(({ apiName }) => apiName ?? []));
  }

  get label(): string {
    return this.context.record?.label ?? '';
  }

  get iconName(): string {
    return this.context.record?.iconName ?? 'standard:record';
  }

  get isLocked(): boolean {
    return this.context.record?.isLocked === true;
  }

  get name(): string {
    const { editor, record } = this.context;
    const value = this.version < 0 ? null : editor?.record?.fields[record?.nameField ?? '']?.value;
    return typeof value === 'string' ? value : (record?.label ?? '');
  }

  /** The name is the heading; what is left of the compact layout stands below it. */
  get fields(): readonly { key: string; label: string; field: FieldView }[] {
    const { editor, record } = this.context;
    if (this.version < 0 || editor === undefined) return [];
    const nameParts = new Set([record?.nameField, 'Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix']);
    return this.fieldNames
      .filter((name) => !nameParts.has(name))
      .flatMap((name) => {
        const field = editor.field(name);
        return field === undefined ? [] : [{ key: name, label: field.info.label.replace(/ ID$/, ''), field }];
      });
  }

  get hasFields(): boolean {
    return this.fields.length > 0;
  }

  private get actions(): readonly RecordAction[] {
    return this.context.record?.actions ?? [];
  }

  get buttons(): readonly RecordAction[] {
    return this.actions.slice(0, SHOWN_BUTTONS);
  }

  get menu(): readonly RecordAction[] {
    return this.actions.slice(SHOWN_BUTTONS);
  }

  get hasMenu(): boolean {
    return this.menu.length > 0;
  }

  handleButton(event: Event): void {
    this.run((event.currentTarget as HTMLElement).dataset.name!);
  }

  handleMenu(event: CustomEvent<{ value: string }>): void {
    this.run(event.detail.value);
  }

  private run(name: string): void {
    const action = this.actions.find((candidate) => candidate.apiName === name);
    if (action !== undefined) void runAction(this.context.record!, action);
  }
}
