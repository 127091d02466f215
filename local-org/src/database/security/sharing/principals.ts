import type { Directory } from './directory.ts';

/** Whom records are shared with when they are shared with one user: what is owned by or shared with these, the user sees. */
export interface Principals {
  /** The user and everyone below in the role hierarchy. */
  readonly users: readonly string[];
  /** The users, and the groups and queues they belong to. */
  readonly all: ReadonlySet<string>;
}

/**
 * Managers have what their subordinates have ("Role Hierarchy", Salesforce Help); what these have as members of a group only
 * where the group says so.
 */
export function principalsOf(directory: Directory, userId: string): Principals {
  const subordinates = directory.subordinates(userId);
  const users = [userId, ...subordinates];
  const own = directory.groupsOf(userId);
  const inherited = subordinates
    .flatMap((id) => directory.groupsOf(id))
    .filter(({ type, includesBosses }) => {
      return includesBosses || (type !== 'Regular' && type !== 'Queue');
    });
  return { users, all: new Set([...users, ...own.map(({ id }) => id), ...inherited.map(({ id }) => id)]) };
}
