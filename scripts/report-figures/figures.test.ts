/**
 * Every packaged report on the small firm, against numbers worked out by hand: the working stands beside them. Columns are the
 * sums of the report in its order, then its formulas, then the number of rows.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { expected } from './expected.ts';
import { linesOf, runReport } from './report-lines.ts';
import { ServedFirm } from './served-firm.ts';

const REPORTS = path.resolve(import.meta.dirname, '../../force-app/main/analytics/reports');

describe('the packaged reports of a small firm', () => {
  let firm: ServedFirm;
  before(async () => {
    firm = await ServedFirm.start();
  });
  after(() => firm.close());

  test('have all been worked out by hand', () => {
    const packaged = readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.report-meta.xml'))
      .map((file) => path.basename(file, '.report-meta.xml'));
    assert.deepEqual(Object.keys(expected).sort(), packaged.sort());
  });

  for (const [name, lines] of Object.entries(expected)) {
    test(name.replaceAll('_', ' '), async () => {
      assert.deepEqual(linesOf(await runReport(firm.admin, await firm.idOf('Report', name))), lines);
    });
  }
});
