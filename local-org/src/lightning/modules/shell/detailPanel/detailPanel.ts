/** `force:detailPanel`: the record by its page layout. */
import { LightningElement, api } from 'lwc';
import { messageOf } from '../errors/errors.ts';
import type { PageContext, PageItem } from '../flexiPage/pageTypes.ts';
import { layout } from '../records/metadata.ts';
import type { LayoutSection } from '../records/types.ts';

export default class DetailPanel extends LightningElement {
  @api item!: PageItem;
  @api context!: PageContext;
  sections: readonly LayoutSection[] | undefined;
  problem: string | undefined;
  private end: (() => void) | undefined;
  private recordTypeId: string | undefined;

  async connectedCallback(): Promise<void> {
    const { editor } = this.context;
    this.end = editor?.onChange(() => void this.followRecordType());
    await editor?.want([]);
    await this.followRecordType();
  }

  disconnectedCallback(): void {
    this.end?.();
  }

  /** The layout is the one of the record's type, which a save may change. */
  private async followRecordType(): Promise<void> {
    const { editor, record } = this.context;
    const recordTypeId = editor?.record?.recordTypeId;
    if (recordTypeId === undefined || record === undefined || recordTypeId === this.recordTypeId) return;
    this.recordTypeId = recordTypeId;
    try {
      const { sections } = await layout(record.objectApiName, 'View', recordTypeId);
      const components = sections.flatMap((section) =>
        section.layoutRows.flatMap((row) => row.layoutItems.flatMap((one) => one.layoutComponents)),
      );
      await editor!.want(components.flatMap(({ apiName }) => apiName ?? []));
      this.sections = sections;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  /** An object the user may not change has no pencils. */
  get hasPencils(): boolean {
    return this.context.record?.mayEdit === true;
  }
}
