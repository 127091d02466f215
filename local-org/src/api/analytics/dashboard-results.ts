/** What the last refresh of a dashboard found, by whom it ran as and what it was filtered by. */
import type { Metadata } from '../../metadata/metadata.ts';
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

interface Kept {
  readonly data: readonly ComponentData[];
  readonly at: number;
  /** Results are forgotten with a deploy: their reports may be others. */
  readonly metadata: Metadata;
}

/** Results this old are read anew when the dashboard is opened. */
const KEPT_MS = 86_400_000;

const MOST_KEPT = 500;

const ofOrgs = new WeakMap<Org, DashboardResults>();

export class DashboardResults {
  readonly #org: Org;
  readonly #kept = new Map<string, Kept>();

  private constructor(org: Org) {
    this.#org = org;
  }

  /** Those of an org are kept while it runs. */
  static of(org: Org): DashboardResults {
    let results = ofOrgs.get(org);
    if (results === undefined) ofOrgs.set(org, (results = new DashboardResults(org)));
    return results;
  }

  get(parts: DashboardParts, refresh: () => readonly ComponentData[]): readonly ComponentData[] {
    const kept = this.#kept.get(keyOf(parts));
    const isFresh =
      kept !== undefined && kept.metadata === this.#org.metadata && kept.at > this.#org.clock.now() - KEPT_MS;
    return isFresh ? kept.data : this.set(parts, refresh());
  }

  set(parts: DashboardParts, data: readonly ComponentData[]): readonly ComponentData[] {
    const key = keyOf(parts);
    this.#kept.delete(key);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, { data, at: this.#org.clock.now(), metadata: this.#org.metadata });
    return data;
  }
}

function keyOf({ entry, runningUser, chosen }: DashboardParts): string {
  return [entry.id, runningUser.id, ...chosen.map((option) => option ?? '')].join(' ');
}
