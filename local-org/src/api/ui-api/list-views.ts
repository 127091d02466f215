/** The list views of an object: those of the project, and the platform's own. */
import type { ListViewSource } from '../../metadata/readers/list-view.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import { canRead, querySystem, quoted, type UiApiContext } from './context.ts';
import { ApiError } from '../http/errors.ts';
import { listColumn, type ListColumn } from './list-columns.ts';
import { compactLayoutFields } from './page-layouts.ts';
import { STANDARD_LIST_COLUMNS } from './standard-layouts.ts';

/** The list the platform keeps of the records a user has looked at last. */
const RECENTLY_VIEWED = '__Recent';

export interface ListView {
  readonly apiName: string;
  readonly label: string;
  readonly object: ObjectSchema;
  readonly columns: readonly ListColumn[];
  readonly scope: 'everything' | 'mine' | 'recent' | { readonly queue: string };
  readonly filters: ListViewSource['filters'];
  readonly booleanFilter: string | undefined;
  readonly where: string;
}

/** All list views of the object the user may open, sorted by label, the recently viewed records first. */
export function listViews(context: UiApiContext, object: ObjectSchema): readonly ListView[] {
  const sources = [...(context.org.metadata.objects.get(object.name)?.listViews.values() ?? [])];
  const defined = sources
    .filter((source) => isShared(context, source))
    .map((source) => projectView(context, object, source.fullName, source));
  const names = new Set(defined.map((view) => view.apiName.toLowerCase()));
  // A custom object's views are all in its source; standard objects have those of the platform beside.
  const builtIn = ownViews(context, object).filter(
    (view) =>
      view.scope === 'recent' || !(names.has(view.apiName.toLowerCase()) || (object.custom && defined.length > 0)),
  );
  const [recent, ...others] = [...builtIn.slice(0, 1), ...defined, ...builtIn.slice(1)];
  return [recent, ...others.sort((a, b) => a.label.localeCompare(b.label))];
}

export function listView(context: UiApiContext, object: ObjectSchema, apiName: string): ListView {
  const found = listViews(context, object).find(
    (view) => view.apiName.toLowerCase() === apiName.toLowerCase() || listViewId(view) === apiName,
  );
  if (found !== undefined) return found;
  throw new ApiError(404, 'NOT_FOUND', `${object.labelPlural} have no list view ${apiName} that you have access to.`);
}

/** A stable id with the key prefix of list views. */
export function listViewId(view: ListView): string {
  let hash = 7n;
  for (const character of `${view.object.name}.${view.apiName}`)
    hash = (hash * 31n + BigInt(character.codePointAt(0)!)) % 62n ** 12n;
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let text = '';
  for (let index = 0; index < 12; index++, hash /= 62n) text = digits[Number(hash % 62n)] + text;
  return `00B${text}`;
}

function ownViews(context: UiApiContext, object: ObjectSchema): ListView[] {
  const fields = ownColumns(context, object);
  const view = (apiName: string, label: string, scope: ListView['scope']): ListView => ({
    apiName,
    label,
    object,
    columns: columnsOf(context, object, fields, `the list view ${apiName}`),
    scope,
    filters: [],
    booleanFilter: undefined,
    where: `${object.name}.${apiName}`,
  });
  const suffix = object.custom ? '' : object.labelPlural.replace(/\W/g, '');
  const views = [
    view(RECENTLY_VIEWED, 'Recently Viewed', 'recent'),
    view(`All${suffix}`, object.custom ? 'All' : `All ${object.labelPlural}`, 'everything'),
  ];
  if (object.field('OwnerId') !== undefined) views.push(view(`My${suffix}`, `My ${object.labelPlural}`, 'mine'));
  return views;
}

/** Columns of the views that no source describes: the search layout's, the standard ones, or the compact layout's. */
function ownColumns(context: UiApiContext, object: ObjectSchema): readonly string[] {
  const { metadata } = context.org;
  const searched = metadata.objects.get(object.name)?.definition?.searchLayouts?.searchResultsAdditionalFields ?? [];
  if (searched.length > 0) return [object.nameField?.name ?? 'Id', ...searched];
  return STANDARD_LIST_COLUMNS[object.name] ?? compactLayoutFields(metadata, object, undefined);
}

function projectView(context: UiApiContext, object: ObjectSchema, apiName: string, source: ListViewSource): ListView {
  const where = `${source.source.file}:${source.source.line}`;
  const columns = source.columns.length > 0 ? source.columns : [object.nameField?.name ?? 'Id'];
  return {
    apiName,
    label: source.label,
    object,
    columns: columnsOf(context, object, columns, where),
    scope: scopeOf(source, where),
    filters: source.filters,
    booleanFilter: source.booleanFilter,
    where,
  };
}

/** Columns the user may not see are left out. */
function columnsOf(context: UiApiContext, object: ObjectSchema, names: readonly string[], where: string): ListColumn[] {
  return names
    .map((name) => listColumn(context.org.schema, object, name, where))
    .filter(
      (column) =>
        canRead(context, column.field) && (column.reference === undefined || canRead(context, column.reference)),
    );
}

function scopeOf(source: ListViewSource, where: string): ListView['scope'] {
  if (source.filterScope === 'Everything') return 'everything';
  if (source.filterScope === 'Mine') return 'mine';
  if (source.filterScope === 'Queue' && source.queue !== undefined) return { queue: source.queue };
  throw new NotSupported(`the list view scope ${source.filterScope}`, where);
}

/** A view without `sharedTo` is visible to all; one with it to the groups and roles named. */
function isShared(context: UiApiContext, source: ListViewSource): boolean {
  const audience = source.sharedTo;
  if (audience === undefined || audience.allInternalUsers !== undefined) return true;
  const groups = [...audience.group, ...audience.groups, ...audience.queue];
  const roles = [...audience.role, ...audience.roles];
  const nested = [
    ...audience.roleAndSubordinates,
    ...audience.rolesAndSubordinates,
    ...audience.roleAndSubordinatesInternal,
  ];
  const above = rolesFrom(context);
  return (
    roles.some((role) => role === above[0]) ||
    nested.some((role) => above.includes(role)) ||
    groups.some((group) => memberOf(context, group))
  );
}

/** Developer names of the user's role and the roles above it. */
function rolesFrom(context: UiApiContext): readonly string[] {
  const names: string[] = [];
  let id = context.user.roleId;
  while (id !== null) {
    const [role] = querySystem(context, `SELECT DeveloperName, ParentRoleId FROM UserRole WHERE Id = ${quoted(id)}`);
    if (role === undefined) break;
    names.push(String(role.get('DeveloperName')));
    id = role.get('ParentRoleId') as string | null;
  }
  return names;
}

function memberOf(context: UiApiContext, group: string): boolean {
  const soql = `SELECT Id FROM GroupMember WHERE UserOrGroupId = ${quoted(context.user.id)} AND Group.DeveloperName = ${quoted(group)}`;
  return querySystem(context, soql).length > 0;
}
