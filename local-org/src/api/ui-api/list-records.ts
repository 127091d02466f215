/** List views in the UI API's form, with their records ("List Views" in the User Interface API Developer Guide). */
import type { ObjectSchema } from '../../schema/model.ts';
import { dataType } from './data-types.ts';
import { canRead, queryAsUser, quoted, readableObject, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { recordColumns, selectFields } from './field-selection.ts';
import { columnAt, type ListColumn } from './list-columns.ts';
import { listCondition } from './list-filter.ts';
import { listView, listViewId, listViews, type ListView } from './list-views.ts';
import { recentlyViewed } from './recent-records.ts';
import { recordRepresentation, type RecordRepresentation } from './record-representation.ts';

export interface ListRecordsRequest {
  readonly fields?: readonly string[];
  readonly optionalFields?: readonly string[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  /** Field paths, `-` before one for descending order. */
  readonly sortBy?: readonly string[];
  readonly searchTerm?: string;
}

export interface RecordPage {
  readonly count: number;
  readonly currentPageToken: string;
  readonly nextPageToken: string | null;
  readonly previousPageToken: string | null;
  readonly pageSize: number;
  readonly records: readonly RecordRepresentation[];
  readonly sortBy: readonly string[];
}

const PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 2000;

export function listInfos(context: UiApiContext, objectName: string) {
  const object = readableObject(context, objectName);
  const lists = listViews(context, object).map((view) => ({
    apiName: view.apiName,
    id: listViewId(view),
    label: view.label,
    listingUrl: null,
  }));
  return { count: lists.length, lists, objectApiName: object.name };
}

export function listInfo(context: UiApiContext, objectName: string, apiName: string) {
  return describeList(listView(context, readableObject(context, objectName), apiName));
}

function describeList(view: ListView) {
  return {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: view.columns.map(describeColumn),
    eTag: '',
    filterLogicString: view.booleanFilter ?? null,
    filteredByInfo: view.filters.map(({ field, operation, value }) => ({
      fieldApiName: field,
      operandLabels: [value ?? ''],
      operator: operation,
    })),
    label: view.label,
    listReference: {
      id: listViewId(view),
      listViewApiName: view.apiName,
      objectApiName: view.object.name,
      type: view.scope === 'recent' ? 'mru' : 'listView',
    },
    orderedByInfo: defaultSort(view).map((path) => ({
      fieldApiName: path.replace('-', ''),
      isAscending: !path.startsWith('-'),
    })),
    updateable: false,
    visibility: 'Public',
    visibilityEditable: false,
  };
}

export function describeColumn({ path, label, field, reference }: ListColumn) {
  return {
    fieldApiName: path,
    label,
    sortable: field.sortable,
    // Beside what the UI API documents: what a table needs to know to show the column.
    dataType: dataType(field.type),
    isName: field.nameField && !path.includes('.'),
    referenceField: reference?.name ?? null,
  };
}

/** Reads one page. One record more than the page holds is read, to know whether there is another page. */
export function listRecords(
  context: UiApiContext,
  objectName: string,
  apiName: string,
  request: ListRecordsRequest,
): RecordPage {
  const object = readableObject(context, objectName);
  const view = listView(context, object, apiName);
  const sortBy = request.sortBy ?? defaultSort(view);
  const conditions = [listCondition(context, view), searchCondition(context, view, request.searchTerm)];
  if (view.scope === 'recent') return recentPage(context, view, request);
  return recordPage(context, object, {
    columns: view.columns.map((column) => column.path),
    where: conditions.filter((part) => part !== undefined).join(' AND '),
    request: { ...request, sortBy },
  });
}

interface PageQuery {
  readonly columns: readonly string[];
  readonly where: string;
  readonly request: ListRecordsRequest;
}

export function recordPage(context: UiApiContext, object: ObjectSchema, query: PageQuery): RecordPage {
  const { request } = query;
  const pageSize = Math.min(Math.max(request.pageSize ?? PAGE_SIZE, 1), MAX_PAGE_SIZE);
  const offset = pageOffset(request.pageToken);
  const names = [...query.columns, ...referenceIds(context, object, query.columns), ...(request.optionalFields ?? [])];
  const selection = selectFields(context, object, request.fields ?? [], names);
  const sortBy = request.sortBy ?? [];
  const order = [...sortBy.map((path) => orderBy(context, object, path)), 'Id'].join(', ');
  const where = query.where === '' ? '' : ` WHERE ${query.where}`;
  const soql = `SELECT ${recordColumns(selection).join(', ')} FROM ${object.name}${where} ORDER BY ${order} LIMIT ${pageSize + 1} OFFSET ${offset}`;
  const rows = queryAsUser(context, soql).records;
  const records = rows.slice(0, pageSize).map((row) => recordRepresentation(context, row, selection));
  return {
    count: records.length,
    currentPageToken: String(offset),
    nextPageToken: rows.length > pageSize ? String(offset + pageSize) : null,
    previousPageToken: offset === 0 ? null : String(Math.max(0, offset - pageSize)),
    pageSize,
    records,
    sortBy,
  };
}

function pageOffset(token: string | undefined): number {
  if (token === undefined || token === '') return 0;
  if (!/^\d+$/.test(token)) throw new ApiError(400, 'INVALID_PAGE_TOKEN', `${token} is no page token.`);
  return Number(token);
}

/** The ids behind columns that show a parent's name, so that they can be links. */
function referenceIds(context: UiApiContext, object: ObjectSchema, columns: readonly string[]): string[] {
  return columns.flatMap((path) => columnAt(context.org.schema, object, path)?.reference?.name ?? []);
}

function orderBy(context: UiApiContext, object: ObjectSchema, path: string): string {
  const name = path.replace(/^-/, '');
  const column = columnAt(context.org.schema, object, name);
  if (column === undefined || !canRead(context, column.field)) {
    throw new ApiError(400, 'INVALID_FIELD', `The list cannot be sorted by ${name}.`, [name]);
  }
  return `${column.path} ${path.startsWith('-') ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}`;
}

function defaultSort(view: ListView): readonly string[] {
  const first = view.columns.find((column) => column.field.sortable);
  return first === undefined || view.scope === 'recent' ? [] : [first.path];
}

/** Records with the term in one of the text columns the list shows. */
function searchCondition(context: UiApiContext, view: ListView, term: string | undefined): string | undefined {
  const text = term?.trim() ?? '';
  if (text === '') return undefined;
  const pattern = quoted(`%${text.replace(/[%_\\]/g, '\\$&')}%`);
  const columns = view.columns.filter(
    (column) => SEARCHED.has(column.field.type) && !column.field.calculated && canRead(context, column.field),
  );
  const name = view.object.nameField;
  const paths = new Set([...(name === undefined ? [] : [name.name]), ...columns.map((column) => column.path)]);
  return paths.size === 0 ? undefined : `(${[...paths].map((path) => `${path} LIKE ${pattern}`).join(' OR ')})`;
}

const SEARCHED = new Set(['string', 'email', 'phone', 'url', 'picklist', 'combobox']);

/** The records the user has looked at last, the latest first. */
function recentPage(context: UiApiContext, view: ListView, request: ListRecordsRequest): RecordPage {
  const ids = recentlyViewed(context, view.object);
  const where = ids.length === 0 ? "Id = ''" : `Id IN (${ids.map(quoted).join(', ')})`;
  const search = searchCondition(context, view, request.searchTerm);
  const page = recordPage(context, view.object, {
    columns: view.columns.map((column) => column.path),
    where: search === undefined ? where : `${where} AND ${search}`,
    request,
  });
  if (request.sortBy !== undefined && request.sortBy.length > 0) return page;
  return { ...page, records: [...page.records].sort((a, b) => ids.indexOf(a.id!) - ids.indexOf(b.id!)) };
}
