import { api, LightningElement } from 'lwc';
import { formatDate, formatDuration, type CellValue, type SheetGrid } from 'c/timesheetModel';

interface Side {
  time: string;
  notes: string;
}

interface ConflictView {
  key: string;
  rowKey: string;
  day: number;
  title: string;
  mine: Side;
  theirs: Side;
  mineLabel: string;
  theirsLabel: string;
}

/**
 * Cells that another session has changed while they were typed into: both sides beside each other. Nothing is overwritten before
 * the person decides. Fires `resolve` ({ position, choice }).
 */
export default class TimesheetConflicts extends LightningElement {
  @api grid!: SheetGrid;
  @api locale = 'en-US';

  get conflicts(): ConflictView[] {
    return this.grid.conflicts.map(({ rowKey, day, value, theirs }) => {
      const date = this.grid.days[day]?.date ?? '';
      const name = formatDate(date, this.locale, { weekday: 'short', month: 'short', day: 'numeric' });
      const title = `${this.grid.row(rowKey)?.title ?? ''}, ${name}`;
      return {
        key: `${rowKey}#${day}`,
        rowKey,
        day,
        title,
        mine: sideOf(value),
        theirs: theirs === undefined ? { time: 'removed', notes: '' } : sideOf(theirs),
        mineLabel: `Keep mine: ${title}`,
        theirsLabel: `Take theirs: ${title}`,
      };
    });
  }

  get heading(): string {
    const count = this.grid.conflicts.length;
    return count === 1 ? 'One cell was changed elsewhere too' : `${count} cells were changed elsewhere too`;
  }

  handleChoice(event: Event): void {
    const { row = '', day, choice } = (event.currentTarget as HTMLElement).dataset;
    const position = { rowKey: row, day: Number(day) };
    this.dispatchEvent(new CustomEvent('resolve', { detail: { position, choice } }));
  }
}

function sideOf({ minutes, notes }: CellValue): Side {
  return { time: formatDuration(minutes), notes };
}
