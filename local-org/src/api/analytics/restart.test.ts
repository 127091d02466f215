import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { reportFiles } from '../../analytics/test-support/orchard-reports.ts';
import { files } from '../../analytics/test-support/orchards.ts';
import { DashboardLibrary } from '../../analytics/dashboard-library.ts';
import { Subscriptions } from '../../analytics/subscriptions.ts';
import { FixedClock } from '../../async/clock.ts';
import { Org } from '../../org/org.ts';
import { projectOf } from '../../project/load.ts';
import { dashboardParts, lastResults } from './run-dashboard.ts';
import { Analytics } from './run.ts';

test('what a dashboard found at its last refresh, and who is subscribed, outlasts a restart', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'restart-'));
  const database = path.join(folder, 'org.db');
  const start = Date.parse('2026-03-02T09:00:00Z');
  const opened = <T>(now: number, fn: (org: Org) => T): T => {
    const project = projectOf({ ...files, ...reportFiles });
    const org = Org.open({ projectRoots: [], project, database, clock: new FixedClock(now) });
    try {
      return fn(org);
    } finally {
      org.close();
    }
  };
  const refreshedAt = (now: number): string =>
    opened(now, (org) =>
      org.transaction(org.administrator, (tx) => {
        const analytics = new Analytics(org, tx, org.administrator);
        const [{ id }] = new DashboardLibrary(org).list(tx);
        const [first] = lastResults(analytics, dashboardParts(analytics, id, '', new URLSearchParams()));
        return first.status.refreshDate;
      }),
    );
  const first = refreshedAt(start);
  assert.equal(refreshedAt(start + 3_600_000), first);
  assert.notEqual(refreshedAt(start + 25 * 3_600_000), first, 'results are kept for a day');

  const made = opened(start, (org) => {
    const now = new Date(start).toISOString();
    const subscription = {
      source: 'lightningReportSubscribe' as const,
      recordId: '00O000000000001EAA',
      name: 'Mine',
      active: true,
      deactivateOnTrigger: false,
      schedule: { frequency: 'daily' as const, details: { time: 6 } },
      when: 'always' as const,
      conditions: [],
      recipients: [],
      summaryOnly: false,
    };
    const { id } = org.administrator;
    const own = { ownerId: id, runAs: id, createdDate: now, lastModifiedDate: now };
    return new Subscriptions(org.store).add({ ...subscription, ...own }, start + 1);
  });
  assert.deepEqual(
    opened(start + 2, (org) => new Subscriptions(org.store).due(start + 2)),
    made,
  );
  rmSync(folder, { recursive: true });
});
