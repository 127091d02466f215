/** A Setup page that is a list. */
import { LightningElement, api } from 'lwc';
import { messageOf } from '../errors/errors.ts';
import { appData, request } from '../http/http.ts';
import { urlOf, type PageReference } from '../router/router.ts';
import { toast } from '../toasts/toasts.ts';

interface Column {
  readonly name: string;
  readonly label: string;
  readonly type?: string;
  /** `record` for a record's page, `page` for the row's own page reference, else the Setup node that shows the row. */
  readonly link?: string;
}

interface RowAction {
  readonly name: string;
  readonly label: string;
}

interface Table {
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (Readonly<Record<string, unknown>> & { readonly actions?: readonly RowAction[] })[];
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
    const hasActions = this.table?.rows.some(({ actions }) => actions !== undefined) === true;
    return hasActions
      ? [...this.dataColumns, { type: 'action', typeAttributes: { rowActions: actionsOf } }]
      : this.dataColumns;
  }

  private get dataColumns(): readonly object[] {
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
        ['actions', row.actions],
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

  async handleAction(event: CustomEvent<{ action: RowAction; row: { id: string } }>): Promise<void> {
    const { action, row } = event.detail;
    try {
      await request('POST', '/_app/setup', { action: action.name, id: row.id });
      this.table = await appData<Table>(`setup/${this.shown}`);
      toast({ title: `${action.label}: done.`, variant: 'success' });
    } catch (error) {
      toast({ title: messageOf(error), variant: 'error' });
    }
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
  }
}

const NO_ACTION = { name: 'none', label: 'Nothing to do', disabled: true };

function actionsOf(row: { actions?: readonly RowAction[] }, done: (actions: readonly RowAction[]) => void): void {
  const { actions = [] } = row;
  done(actions.length > 0 ? actions : [NO_ACTION]);
}

function linkUrl(link: string, row: Readonly<Record<string, unknown>>): string {
  const id = String(row.Id);
  if (link === 'page') return urlOf({ state: {}, ...(row.page as Omit<PageReference, 'state'>) });
  if (link === 'record')
    return urlOf({ type: 'standard__recordPage', attributes: { recordId: id, actionName: 'view' }, state: {} });
  return urlOf({ type: 'shell__setup', attributes: { node: link, detail: id }, state: {} });
}
