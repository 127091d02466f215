/** The rows and sums of a report: groups that fold, sums that are coloured by their size, names that lead to their records. */
import { LightningElement, api } from 'lwc';
import type { TableModel } from '../analytics/tableCells.ts';
import { tableModel } from '../analytics/tableModel.ts';
import type { Highlight, ReportRun } from '../analytics/types.ts';

export default class ReportTable extends LightningElement {
  @api label = '';
  @api run: ReportRun | undefined;
  @api details = false;
  @api subtotals = false;
  @api grandTotal = false;
  @api highlights: readonly Highlight[] = [];
  @api aggregates: readonly string[] = [];
  @api maxGroups: number | null = null;
  closed: ReadonlySet<string> = new Set();

  get model(): TableModel {
    return tableModel(this.run!, {
      details: this.details,
      subtotals: this.subtotals,
      grandTotal: this.grandTotal,
      closed: this.closed,
      highlights: this.highlights,
      aggregates: this.aggregates,
      maxGroups: this.maxGroups,
    });
  }

  handleToggle(event: Event): void {
    const { group = '' } = (event.currentTarget as HTMLElement).dataset;
    const closed = new Set(this.closed);
    if (!closed.delete(group)) closed.add(group);
    this.closed = closed;
  }
}
