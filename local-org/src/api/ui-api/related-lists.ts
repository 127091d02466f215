/** Related lists ("Related Lists" in the User Interface API Developer Guide). */
import type { LayoutSource } from '../../metadata/readers/layout.ts';
import type { ChildRelationship, FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { NotSupported } from '../../schema/errors.ts';
import { canRead, queryAsUser, quoted, readableObject, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { listColumn, type ListColumn } from './list-columns.ts';
import { describeColumn, recordPage, type ListRecordsRequest, type RecordPage } from './list-records.ts';
import { compactLayoutFields, pageLayout } from './page-layouts.ts';
import { objectOfRecord } from './records.ts';
import { recordTypeById } from './record-types.ts';
import { themeOf } from './themes.ts';

type RelatedListItem = LayoutSource['relatedLists'][number];

interface RelatedList {
  readonly relationship: ChildRelationship;
  readonly parent: ObjectSchema;
  readonly child: ObjectSchema;
  /** The child's reference to the parent. */
  readonly field: FieldSchema;
  readonly columns: readonly ListColumn[];
  readonly sortBy: readonly string[];
  /** Standard buttons that the layout leaves out. */
  readonly excludedButtons: readonly string[];
}

/** Standard related lists in layouts → child relationship ("RelatedListItem" in the Metadata API Developer Guide). */
const STANDARD_LISTS: Readonly<Record<string, string>> = {
  RelatedContactList: 'Contacts',
  RelatedOpportunityList: 'Opportunities',
  RelatedCaseList: 'Cases',
  RelatedLineItemList: 'OpportunityLineItems',
  RelatedAccountList: 'ChildAccounts',
  RelatedContractList: 'Contracts',
  RelatedOrderList: 'Orders',
  RelatedAssetList: 'Assets',
  RelatedQuoteList: 'Quotes',
  RelatedPricebookEntryList: 'PricebookEntries',
  RelatedProductList: 'PricebookEntries',
  RelatedEntityHistoryList: 'Histories',
  RelatedActivityList: 'OpenActivities',
  RelatedHistoryList: 'ActivityHistories',
  RelatedNoteList: 'NotesAndAttachments',
  RelatedContentDocumentList: 'AttachedContentDocuments',
  RelatedFileList: 'AttachedContentDocuments',
  RelatedContactRoleList: 'ContactRoles',
  RelatedOpportunityContactRoleList: 'OpportunityContactRoles',
  RelatedProcessHistoryList: 'ProcessInstances',
};

/** Related lists of the platform that are more than a child relationship, and are not built. */
const NOT_BUILT = new Set(['OpenActivities', 'ActivityHistories', 'NotesAndAttachments', 'ContactRoles']);

/** The related lists of the record's page layout; those of every child relationship when the project has no layout. */
export function relatedListInfos(context: UiApiContext, parentName: string, recordTypeId: string | undefined) {
  const parent = readableObject(context, parentName);
  const lists = namesOf(context, parent, recordTypeId).flatMap((id) => summary(context, parent, id) ?? []);
  return { parentObjectApiName: parent.name, parentRecordTypeId: recordTypeId ?? null, relatedLists: lists };
}

function namesOf(context: UiApiContext, parent: ObjectSchema, recordTypeId: string | undefined): readonly string[] {
  const { source } = pageLayout(context, parent, recordTypeById(parent, recordTypeId));
  if (source !== undefined) return source.relatedLists.map((item) => relationshipName(context, parent, item));
  return parent.childRelationships
    .filter(({ childObject }) => {
      const kind = context.org.schema.object(childObject)?.kind;
      return kind === 'custom' || kind === 'standard';
    })
    .flatMap((relationship) => (isListed(parent, relationship) ? [relationship.relationshipName!] : []));
}

/** Without a layout only relations between records of business are lists, not owners and the like. */
function isListed(parent: ObjectSchema, { relationshipName, field, childObject }: ChildRelationship): boolean {
  const custom = childObject.endsWith('__c') || field.endsWith('__c');
  const shown = custom || Object.values(STANDARD_LISTS).includes(relationshipName ?? '');
  return relationshipName !== undefined && shown && parent.name !== 'User';
}

/** `Order_Item__c.Order__c` and `RelatedContactList` are both written in layouts; the UI API knows child relationships. */
function relationshipName(context: UiApiContext, parent: ObjectSchema, item: RelatedListItem): string {
  const standard = STANDARD_LISTS[item.relatedList];
  if (standard !== undefined) return standard;
  const [childName, fieldName] = item.relatedList.split('.');
  const child = context.org.schema.object(childName);
  const found = parent.childRelationships.find(
    (relationship) =>
      relationship.childObject === child?.name && relationship.field === child.field(fieldName ?? '')?.name,
  );
  return found?.relationshipName ?? item.relatedList;
}

function summary(context: UiApiContext, parent: ObjectSchema, id: string) {
  if (id === 'AttachedContentDocuments') return { relatedListId: id, label: 'Files' };
  const relationship = findRelationship(parent, id);
  const child = context.org.schema.object(relationship?.childObject ?? '');
  if (relationship === undefined || child === undefined || NOT_BUILT.has(id)) {
    return { relatedListId: id, label: id, notSupported: `the related list ${id} of ${parent.name}` };
  }
  if (!isReadable(context, child, relationship)) return undefined;
  return {
    entityLabel: child.label,
    entityLabelPlural: child.labelPlural,
    fieldApiName: relationship.field,
    keyPrefix: child.keyPrefix,
    label: labelOf(context, parent, id, child),
    objectApiName: child.name,
    relatedListId: id,
    themeInfo: themeOf(context.org.metadata, child),
  };
}

function isReadable(context: UiApiContext, child: ObjectSchema, relationship: ChildRelationship): boolean {
  const field = child.field(relationship.field);
  return context.org.security.object(context.user.id, child).read && field !== undefined && canRead(context, field);
}

/** A lookup may give its related list a label of its own. */
function labelOf(context: UiApiContext, parent: ObjectSchema, id: string, child: ObjectSchema): string {
  const relationship = findRelationship(parent, id);
  const field = context.org.metadata.objects.get(child.name)?.fields.get(relationship?.field ?? '');
  return field?.relationshipLabel ?? child.labelPlural;
}

function findRelationship(parent: ObjectSchema, id: string): ChildRelationship | undefined {
  return parent.childRelationships.find(
    (relationship) => relationship.relationshipName?.toLowerCase() === id.toLowerCase(),
  );
}

export function relatedList(
  context: UiApiContext,
  parent: ObjectSchema,
  id: string,
  recordTypeId?: string,
): RelatedList {
  const relationship = findRelationship(parent, id);
  if (NOT_BUILT.has(id)) throw new NotSupported(`the related list ${id}`, parent.name);
  const child = relationship === undefined ? undefined : context.org.schema.object(relationship.childObject);
  if (relationship === undefined || child === undefined) {
    throw new ApiError(400, 'INVALID_PARAMETER', `${parent.name} has no related list ${id}.`);
  }
  if (!isReadable(context, child, relationship)) {
    throw new ApiError(
      403,
      'INSUFFICIENT_ACCESS',
      `You don't have access to the related list ${id} of ${parent.name}.`,
    );
  }
  const { source } = pageLayout(context, parent, recordTypeById(parent, recordTypeId));
  const item = source?.relatedLists.find(
    (candidate) => relationshipName(context, parent, candidate) === relationship.relationshipName,
  );
  const columns = columnsOf(context, child, relationship, item);
  return {
    relationship,
    parent,
    child,
    field: child.field(relationship.field)!,
    columns,
    sortBy: sortOf(context, child, item, columns),
    excludedButtons: item?.excludeButtons ?? [],
  };
}

function columnsOf(
  context: UiApiContext,
  child: ObjectSchema,
  relationship: ChildRelationship,
  item: RelatedListItem | undefined,
): readonly ListColumn[] {
  const where = item === undefined ? child.name : `${item.source.file}:${item.source.line}`;
  const named = item !== undefined && item.fields.length > 0 ? item.fields : undefined;
  const names =
    named ?? compactLayoutFields(context.org.metadata, child, undefined).filter((name) => name !== relationship.field);
  return readableColumns(context, child, names, where);
}

function readableColumns(
  context: UiApiContext,
  child: ObjectSchema,
  names: readonly string[],
  where: string,
): readonly ListColumn[] {
  return names
    .map((name) => listColumn(context.org.schema, child, name, where))
    .filter(
      (column) =>
        canRead(context, column.field) && (column.reference === undefined || canRead(context, column.reference)),
    );
}

function sortOf(
  context: UiApiContext,
  child: ObjectSchema,
  item: RelatedListItem | undefined,
  columns: readonly ListColumn[],
): readonly string[] {
  if (item?.sortField !== undefined) {
    const column = listColumn(context.org.schema, child, item.sortField, `${item.source.file}:${item.source.line}`);
    return [item.sortOrder === 'Desc' ? `-${column.path}` : column.path];
  }
  const first = columns.find((column) => column.field.sortable);
  return first === undefined ? [] : [first.path];
}

/** `columns` names other columns than those of the page layout, as a related list on a Lightning page may have. */
export function relatedListInfo(
  context: UiApiContext,
  parentName: string,
  id: string,
  recordTypeId: string | undefined,
  columns: readonly string[] = [],
) {
  const parent = readableObject(context, parentName);
  const assigned = relatedList(context, parent, id, recordTypeId);
  const list =
    columns.length === 0 ? assigned : { ...assigned, columns: readableColumns(context, assigned.child, columns, id) };
  return {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: list.columns.map(describeColumn),
    eTag: '',
    fieldApiName: list.field.name,
    filterLogicString: null,
    filteredByInfo: [],
    label: labelOf(context, parent, id, list.child),
    listReference: {
      id: null,
      inContextOfRecordId: null,
      listViewApiName: null,
      objectApiName: list.child.name,
      parentFieldApiName: list.field.name,
      parentObjectApiName: parent.name,
      recordTypeId: recordTypeId ?? null,
      relatedListId: list.relationship.relationshipName!,
      type: 'relatedList',
    },
    objectApiNames: [list.child.name],
    orderedByInfo: list.sortBy.map((path) => ({
      fieldApiName: path.replace('-', ''),
      isAscending: !path.startsWith('-'),
    })),
    updateable: false,
    visibility: 'Public',
  };
}

export interface RelatedRecordsRequest extends ListRecordsRequest {
  readonly where?: string;
}

export function relatedListRecords(
  context: UiApiContext,
  parentId: string,
  id: string,
  request: RelatedRecordsRequest,
): RecordPage & { readonly listReference: object } {
  if (request.where !== undefined) throw new NotSupported('the parameter where of related list records', id);
  const parent = objectOfRecord(context, parentId);
  const list = relatedList(context, parent, id);
  const page = recordPage(context, list.child, {
    columns: request.fields === undefined ? list.columns.map((column) => column.path) : [],
    where: `${list.field.name} = ${quoted(parentId)}`,
    request: { ...request, sortBy: (request.sortBy ?? list.sortBy).map((path) => childPath(list.child, path)) },
  });
  return {
    ...page,
    listReference: {
      inContextOfRecordId: parentId,
      objectApiName: list.child.name,
      parentFieldApiName: list.field.name,
      parentObjectApiName: parent.name,
      relatedListId: list.relationship.relationshipName!,
      type: 'relatedList',
    },
  };
}

/** Sort fields may be qualified with the child's name. */
function childPath(child: ObjectSchema, path: string): string {
  const [sign, name] = path.startsWith('-') ? ['-', path.slice(1)] : ['', path];
  const own = name.startsWith(`${child.name}.`) ? name.slice(child.name.length + 1) : name;
  return sign + (child.field(own)?.name ?? own);
}

export function relatedListCount(context: UiApiContext, parentId: string, id: string) {
  const parent = objectOfRecord(context, parentId);
  const list = relatedList(context, parent, id);
  const limit = 2001;
  const soql = `SELECT COUNT() FROM ${list.child.name} WHERE ${list.field.name} = ${quoted(parentId)} LIMIT ${limit}`;
  const count = queryAsUser(context, soql).totalSize;
  return {
    count: Math.min(count, limit - 1),
    hasMore: count >= limit,
    listReference: { relatedListId: id, parentRecordId: parentId },
  };
}
