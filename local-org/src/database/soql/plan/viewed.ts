/**
 * `LastViewedDate` and `LastReferencedDate` are the running user's own: `FOR VIEW` and `FOR REFERENCE` set them ("FOR VIEW",
 * SOQL and SOSL Reference). They live beside the records.
 */
import { quoted } from '../../store/names.ts';
import type { PlanContext } from './context.ts';
import type { RunContext } from './parameters.ts';
import type { Source } from './scope.ts';

const COLUMNS: Readonly<Record<string, string>> = { lastvieweddate: 'viewed_at', lastreferenceddate: 'referenced_at' };

/** SQL of the field, when it is one of the two. */
export function viewedColumn(context: PlanContext, source: Source, field: string): string | undefined {
  const column = COLUMNS[field.toLowerCase()];
  if (column === undefined) return undefined;
  const user = context.parameters.dynamic(({ tx }) => tx.user.id);
  return `(SELECT v.${quoted(column)} FROM "~viewed" v WHERE v.user=${user} AND v.id=${source.alias}."Id")`;
}

/** Viewing a record also counts as referencing it. */
export function recordViewed(run: RunContext, ids: readonly string[], viewed: boolean): void {
  const now = run.tx.org.clock.now();
  const statement = run.tx.store.prepare(
    `INSERT INTO "~viewed" (user, id, viewed_at, referenced_at) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (user, id) DO UPDATE SET viewed_at = coalesce(?3, viewed_at), referenced_at = ?4`,
  );
  for (const id of ids) statement.run(run.tx.user.id, id, viewed ? now : null, now);
}
