/** A Setup page that is a list. */
import { LightningElement, api } from 'lwc';
import { appData } from '../http/http.ts';
import { urlOf, type PageReference } from '../router/router.ts';

interface Column {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  /** `record` for a record's page, `page` for the row's own page reference, else the Setup node that shows the row. */
  readonly link?: string;
}

interface Table {
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export default class SetupTable extends LightningElement {
  @api heading = '';
  table: Table | undefined;
  problem: unknown;
  private shown = '';
  private term = '';

  @api get path(): string {
    return this.shown;
  }

  set path(path: string) {
    this.shown = path;
    void this.open();
  }

  private async open(): Promise<void> {
    this.table = undefined;
    this.problem = undefined;
    this.term = '';
    try {
      this.table = await appData<Table>(`setup/${this.shown}`);
    } catch (error) {
      this.problem = error;
    }
  }

  get title(): string {
    return this.table?.title ?? this.heading;
  }

  get columns(): readonly object[] {
    return (this.table?.columns ?? []).map(({ name, label, type, link }) => {
      const key = name.replaceAll('.', '__');
      if (link !== undefined)
        return {
          label,
          fieldName: `${key}__url`,
          type: 'url',
          typeAttributes: { label: { fieldName: key } },
          hideDefaultActions: true,
        };
      const kind = type === 'boolean' ? 'boolean' : type === 'datetime' ? 'date' : 'text';
      const withTime =
        kind === 'date'
          ? {
              typeAttributes: { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit' },
            }
          : {};
      return { label, fieldName: key, type: kind, hideDefaultActions: true, ...withTime };
    });
  }

  get rows(): readonly object[] {
    const { columns = [], rows = [] } = this.table ?? {};
    const term = this.term.toLowerCase();
    const matches = rows.filter(
      (row) => term === '' || Object.values(row).some((value) => String(value).toLowerCase().includes(term)),
    );
    return matches.map((row) =>
      Object.fromEntries([
        ['id', row.Id],
        ...columns.flatMap(({ name, link }): [string, unknown][] => {
          const key = name.replaceAll('.', '__');
          const cell: [string, unknown] = [key, row[name]];
          return link === undefined ? [cell] : [cell, [`${key}__url`, linkUrl(link, row)]];
        }),
      ]),
    );
  }

  get summary(): string {
    return `${this.rows.length} item${this.rows.length === 1 ? '' : 's'}`;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
  }
}

function linkUrl(link: string, row: Readonly<Record<string, unknown>>): string {
  const id = String(row.Id);
  if (link === 'page') return urlOf({ state: {}, ...(row.page as Omit<PageReference, 'state'>) });
  if (link === 'record')
    return urlOf({ type: 'standard__recordPage', attributes: { recordId: id, actionName: 'view' }, state: {} });
  return urlOf({ type: 'shell__setup', attributes: { node: link, detail: id }, state: {} });
}
