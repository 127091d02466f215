/** The panel beside a report in which everything that it asks is changed; each part says what by an event `edit`. */
import { LightningElement, api } from 'lwc';
import { BuilderFields } from '../analytics/builderFields.ts';
import { reportType, type Changes } from '../analytics/client.ts';
import type { ColumnInfo, ReportMetadata, ReportTypeMetadata } from '../analytics/types.ts';
import { messageOf } from '../errors/errors.ts';

export default class ReportBuilder extends LightningElement {
  type: ReportTypeMetadata | undefined;
  problem: string | undefined;
  /** Columns that the report has and its type does not list. */
  @api labels: Readonly<Record<string, ColumnInfo>> = {};
  /** What the sums of the report are called. */
  @api sumLabels: Readonly<Record<string, { readonly label: string }>> = {};
  private shown: ReportMetadata | undefined;

  @api get metadata(): ReportMetadata {
    return this.shown!;
  }

  set metadata(metadata: ReportMetadata) {
    const isOther = metadata.reportType.type !== this.shown?.reportType.type;
    this.shown = metadata;
    if (isOther) void this.readType();
  }

  private async readType(): Promise<void> {
    try {
      this.type = await reportType(this.metadata.reportType.type);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  get fields(): BuilderFields | undefined {
    return this.type && new BuilderFields(this.type, this.metadata, this.labels);
  }

  /** Not called `change`: events of that name come up from the inputs, too. */
  handleEdit(event: CustomEvent<Changes>): void {
    this.dispatchEvent(new CustomEvent('edit', { detail: event.detail }));
  }
}
