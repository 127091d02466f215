/** Global search: records by name over all objects the user may read. */
import { queryAsUser, quoted, type UiApiContext } from '../../api/ui-api/context.ts';
import { iconNameOf } from '../../api/ui-api/themes.ts';
import { suggestions } from '../../api/ui-api/lookups.ts';
import { recentlyViewed } from '../../api/ui-api/recent-records.ts';
import type { RecordRepresentation } from '../../api/ui-api/record-representation.ts';
import type { ObjectSchema } from '../../schema/model.ts';

export interface SearchGroup {
  readonly objectApiName: string;
  readonly label: string;
  readonly iconName: string;
  readonly nameField: string;
  readonly records: readonly RecordRepresentation[];
}

export interface RecentItem {
  readonly id: string;
  readonly name: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly iconName: string;
}

const PER_OBJECT = 5;
const SHORTEST_TERM = 2;

/** Records with the term in their name, by object. A term of one character finds nothing, as on the platform. */
export function search(context: UiApiContext, term: string, pageSize = PER_OBJECT): readonly SearchGroup[] {
  if (term.trim().length < SHORTEST_TERM) return [];
  return searchedObjects(context).flatMap((object) => {
    const { records } = suggestions(context, object, { q: term, pageSize });
    return records.length === 0 ? [] : [{ ...heading(context, object), nameField: object.nameField!.name, records }];
  });
}

/** Objects with records of business that have a name and a page. */
function searchedObjects(context: UiApiContext): readonly ObjectSchema[] {
  return [...context.org.schema.objects.values()].filter(
    (object) =>
      (object.kind === 'custom' || SEARCHED_STANDARD.has(object.name)) &&
      object.nameField !== undefined &&
      context.org.security.object(context.user.id, object).read,
  );
}

const SEARCHED_STANDARD = new Set([
  'Account',
  'Contact',
  'Opportunity',
  'Lead',
  'Case',
  'Product2',
  'Pricebook2',
  'User',
  'Campaign',
  'Contract',
  'Order',
]);

function heading(context: UiApiContext, object: ObjectSchema): Omit<SearchGroup, 'records' | 'nameField'> {
  return { objectApiName: object.name, label: object.labelPlural, iconName: iconNameOf(context.org.metadata, object) };
}

/** The records the user looked at last, those that are gone left out. */
export function recentItems(context: UiApiContext, count: number): readonly RecentItem[] {
  const ids = recentlyViewed(context).slice(0, count * 2);
  const items = ids.flatMap((id) => recentItem(context, id) ?? []);
  return items.slice(0, count);
}

function recentItem(context: UiApiContext, id: string): RecentItem | undefined {
  const object = context.org.schema.objectOfId(id);
  const name = object?.nameField?.name;
  if (object === undefined || name === undefined || !context.org.security.object(context.user.id, object).read)
    return undefined;
  const [row] = queryAsUser(context, `SELECT Id, ${name} FROM ${object.name} WHERE Id = ${quoted(id)}`).records;
  if (row === undefined) return undefined;
  return {
    id,
    name: String(row.get(name) ?? ''),
    objectApiName: object.name,
    label: object.label,
    iconName: iconNameOf(context.org.metadata, object),
  };
}
