/** The records each user has looked at last. Kept while the org runs. */
import type { ObjectSchema } from '../../schema/model.ts';
import type { Org } from '../../org/org.ts';
import type { UiApiContext } from './context.ts';

/** As many as the platform shows in a Recently Viewed list ("View Recent Records" in Salesforce Help). */
const KEPT = 200;

const lists = new WeakMap<Org, Map<string, string[]>>();

function listOf(org: Org, userId: string): string[] {
  const users = lists.get(org) ?? new Map<string, string[]>();
  lists.set(org, users);
  const list = users.get(userId) ?? [];
  users.set(userId, list);
  return list;
}

export function markViewed(context: UiApiContext, id: string): void {
  const list = listOf(context.org, context.user.id);
  const known = list.indexOf(id);
  if (known >= 0) list.splice(known, 1);
  list.unshift(id);
  list.splice(KEPT);
}

/** Ids, the latest first, of one object or of all. */
export function recentlyViewed(context: UiApiContext, object?: ObjectSchema): readonly string[] {
  const list = listOf(context.org, context.user.id);
  return object === undefined ? list : list.filter((id) => id.startsWith(object.keyPrefix));
}
