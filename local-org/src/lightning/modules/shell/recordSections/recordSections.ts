/** The sections of a page layout for one record, to read or to edit. */
import { LightningElement, api } from 'lwc';
import type { FieldView, RecordEditor } from '../recordEditor/recordEditor.ts';
import type { LayoutItem, LayoutSection } from '../records/types.ts';

interface ItemView {
  readonly key: string;
  readonly label: string;
  readonly fields: readonly FieldView[];
  readonly isShown: boolean;
  readonly isEditing: boolean;
  readonly isEditable: boolean;
  readonly required: boolean;
  readonly notice: string | undefined;
}

interface Item extends HTMLElement {
  readonly fields: readonly FieldView[];
  readonly isEditing: boolean;
  reportValidity(): boolean;
}

export default class RecordSections extends LightningElement {
  @api sections: readonly LayoutSection[] = [];
  /** Whether single items may be switched to editing. */
  @api hasPencils = false;
  private closed = new Set<string>();
  private held: RecordEditor | undefined;
  private ends: (() => void)[] = [];
  private focused: string | undefined;
  /** Counts changes of the editor, so that the view follows them. */
  private version = 0;

  @api get editor(): RecordEditor | undefined {
    return this.held;
  }

  set editor(editor: RecordEditor | undefined) {
    this.endEditor();
    this.held = editor;
    if (editor !== undefined)
      this.ends = [editor.onChange(() => this.version++), editor.beforeSave(() => this.reportValidity())];
  }

  disconnectedCallback(): void {
    this.endEditor();
  }

  private endEditor(): void {
    for (const end of this.ends) end();
    this.ends = [];
  }

  /** Shows what is wrong with any input; answers whether nothing is. */
  private reportValidity(): boolean {
    const items = [...this.template!.querySelectorAll<Item>('shell-record-item')];
    const wrong = items.filter((item) => !item.reportValidity());
    wrong[0]?.focus();
    return wrong.length === 0;
  }

  /** Goes to the first input. */
  @api focus(): void {
    const items = [...this.template!.querySelectorAll<Item>('shell-record-item')];
    items.find((item) => item.isEditing)?.focus();
  }

  /** The item whose pencil was used gets the focus once its input is there. */
  renderedCallback(): void {
    const wanted = this.held?.isEditing === true ? this.held.focusField : undefined;
    if (wanted === this.focused) return;
    this.focused = wanted;
    if (wanted === undefined) return;
    const items = [...this.template!.querySelectorAll<Item>('shell-record-item')];
    items.find((item) => item.fields.some((field) => field.name === wanted))?.focus();
  }

  get sectionViews(): readonly object[] {
    return this.version < 0 ? [] : this.sections.map((section) => this.sectionView(section));
  }

  private sectionView(section: LayoutSection): object {
    const isOpen = !this.closed.has(section.id);
    return {
      id: section.id,
      heading: section.heading,
      hasHeading: section.useHeading && Boolean(section.heading),
      isOpen,
      expanded: String(isOpen),
      bodyId: `section-${section.id}`,
      class: `slds-section ${isOpen ? 'slds-is-open' : ''}`,
      rows: section.layoutRows.map((row, index) => ({
        key: String(index),
        items: row.layoutItems.map((item, column) => this.itemView(item, `${index}-${column}`)),
      })),
    };
  }

  private itemView(item: LayoutItem, key: string): ItemView {
    const editor = this.held;
    const notice =
      item.layoutComponents.find((component) => component.componentType === 'NotSupported')?.label ?? undefined;
    const fields = item.layoutComponents.flatMap(({ apiName }) =>
      apiName === null ? [] : (editor?.field(apiName) ?? []),
    );
    const isEditable = editor !== undefined && (editor.isNew ? item.editableForNew : item.editableForUpdate);
    return {
      key,
      label: item.label,
      fields,
      isShown: notice !== undefined || fields.length > 0,
      isEditing: editor?.isEditing === true && isEditable,
      isEditable: this.hasPencils && isEditable,
      required: item.required,
      notice,
    };
  }

  handleToggle(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const closed = new Set(this.closed);
    if (!closed.delete(id!)) closed.add(id!);
    this.closed = closed;
  }

  handleChange(
    event: CustomEvent<{ name: string; value: unknown; chosen?: { name: string; objectApiName: string } }>,
  ): void {
    const { name, value, chosen } = event.detail;
    this.held?.set(name, value, chosen);
  }

  handleEditRequest(event: CustomEvent<{ name: string }>): void {
    this.held?.edit(event.detail.name);
  }
}
