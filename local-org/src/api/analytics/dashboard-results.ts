/** What the last refresh of a dashboard found, by whom it ran as and what it was filtered by; also over a restart. */
import { createHash } from 'node:crypto';
import { componentsOf } from '../../metadata/dashboard-components.ts';
import type { Org } from '../../org/org.ts';
import type { DashboardParts } from './dashboard-metadata.ts';

export interface ComponentData {
  readonly componentId: string;
  readonly reportResult: object | null;
  readonly status: {
    readonly dataStatus: string;
    readonly errorCode: string | null;
    readonly errorMessage: string | null;
    readonly errorSeverity: string | null;
    readonly refreshDate: string;
    readonly refreshStatus: string;
  };
}

/** Results this old are read anew when the dashboard is opened. */
const KEPT_MS = 86_400_000;

const MOST_KEPT = 500;

export class DashboardResults {
  readonly #org: Org;

  constructor(org: Org) {
    this.#org = org;
    org.store
      .prepare(
        'CREATE TABLE IF NOT EXISTS "~dashboard_results" (key TEXT PRIMARY KEY, asked TEXT NOT NULL, at INTEGER NOT NULL, data TEXT NOT NULL) STRICT',
      )
      .run();
  }

  /** Results of a dashboard that has since been deployed anew, or one of whose reports has, are forgotten. */
  get(parts: DashboardParts, refresh: () => readonly ComponentData[]): readonly ComponentData[] {
    const row = this.#org.store
      .prepare('SELECT data FROM "~dashboard_results" WHERE key = ? AND asked = ? AND at > ?')
      .get(keyOf(parts), asked(parts), this.#org.clock.now() - KEPT_MS);
    const [data] = (row as unknown as readonly [string] | undefined) ?? [];
    return data === undefined ? this.set(parts, refresh()) : (JSON.parse(data) as readonly ComponentData[]);
  }

  set(parts: DashboardParts, data: readonly ComponentData[]): readonly ComponentData[] {
    const { store, clock } = this.#org;
    const text = JSON.stringify(data);
    store
      .prepare('INSERT OR REPLACE INTO "~dashboard_results" (key, asked, at, data) VALUES (?, ?, ?, ?)')
      .run(keyOf(parts), asked(parts), clock.now(), text);
    store
      .prepare(
        `DELETE FROM "~dashboard_results" WHERE key NOT IN (SELECT key FROM "~dashboard_results" ORDER BY at DESC LIMIT ${MOST_KEPT})`,
      )
      .run();
    return data;
  }
}

function keyOf({ entry, runningUser, chosen }: DashboardParts): string {
  return [entry.id, runningUser.id, ...chosen.map((option) => option ?? '')].join(' ');
}

/** A digest of the dashboard and its reports as they are defined now. */
function asked({ source, report }: DashboardParts): string {
  const names = new Set(componentsOf(source).map(({ component }) => component.report ?? ''));
  const definitions = [...names].map((name) => report(name) ?? null);
  return createHash('sha256')
    .update(JSON.stringify([source, definitions]))
    .digest('base64');
}
