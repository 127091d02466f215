import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { OpenOrg } from '../org/test-support/open-org.ts';
import { DateValue } from '../schema/values/index.ts';
import { ReportLibrary } from './report-library.ts';
import { files } from './test-support/orchards.ts';
import { reportFiles } from './test-support/orchard-reports.ts';

test('reports of users survive a restart, with their dates, and belong to nobody else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  const open = () => new OpenOrg({ ...files, ...reportFiles }, { database: join(folder, 'org.db') });
  const dateFilter = {
    column: 'Orchard__c$Planted__c',
    interval: 'INTERVAL_CUSTOM',
    start: DateValue.parse('2026-01-01'),
    end: null,
  };
  try {
    const before = open();
    const deployed = new ReportLibrary(before.org);
    const id = before.run((tx) => {
      const [{ id: original }] = deployed.list(tx, before.user, "DeveloperName = 'By_Orchard'");
      const definition = deployed.definition({ id: original });
      return deployed.add(before.user, { ...definition, name: 'Young trees', dateFilter });
    });
    const reports = before.query('SELECT Id FROM Report ORDER BY Id');
    before.close();

    const after = open();
    const library = new ReportLibrary(after.org);
    assert.deepEqual(after.query('SELECT Id FROM Report ORDER BY Id'), reports);
    const entry = after.run((tx) => library.find(tx, after.user, id))!;
    assert.deepEqual([entry.name, entry.folderName, entry.editable], ['Young trees', 'Private Reports', true]);
    assert.deepEqual(library.definition(entry).dateFilter, dateFilter);
    const other = after.addUser('other@example.com', 'System Administrator');
    assert.equal(
      after.run((tx) => library.find(tx, other, id), other),
      undefined,
    );
    after.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
