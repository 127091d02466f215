import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { valleyFilter, reportFiles } from '../../analytics/test-support/orchard-reports.ts';
import { files, H, plant } from '../../analytics/test-support/orchards.ts';
import { SObject } from '../../schema/sobject.ts';
import { send, ServedOrg } from '../test-support/served-org.ts';

interface Fact {
  readonly aggregates: readonly { readonly label: string; readonly value: number }[];
  readonly rows?: readonly { readonly dataCells: readonly { readonly label: string; readonly value: unknown }[] }[];
}

interface Ran {
  readonly attributes: Readonly<Record<string, string>>;
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly { readonly label: string; readonly key: string }[] };
  readonly reportMetadata: Readonly<Record<string, unknown>>;
  readonly reportExtendedMetadata: { readonly aggregateColumnInfo: Readonly<Record<string, { label: string }>> };
}

describe('the Analytics API', () => {
  let served: ServedOrg;
  let admin: Connection;
  let reportId: string;
  before(async () => {
    served = await ServedOrg.start({ ...files, ...reportFiles });
    const { org } = served;
    plant((object, values) =>
      org.transaction(org.administrator, (tx) => {
        const record = new SObject(org.schema.require(object), Object.entries(values));
        org.dml.insert(tx, [record], { mode: 'system', sharing: false, allOrNone: true });
        return record.id!;
      }),
    );
    admin = served.admin;
    reportId = await idOf(admin, 'Report', "DeveloperName = 'By_Orchard'");
  });
  after(() => served.close());

  const idOf = async (connection: Connection, object: string, condition: string): Promise<string> => {
    const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${condition}`);
    return records[0].Id;
  };
  const execute = async (connection: Connection, id: string, options = {}): Promise<Ran> =>
    (await connection.analytics.report(id).execute(options)) as unknown as Ran;
  const sums = ({ factMap, groupingsDown }: Ran) =>
    [...groupingsDown.groupings, { label: 'Total', key: 'T' }].map(
      ({ label, key }) => `${label}: ${factMap[`${key}!T`].aggregates.map((one) => one.label).join(', ')}`,
    );

  test('reports and their folders are rows, with the same ids after a deploy', async () => {
    const { records } = await admin.query<Record<'Name' | 'FolderName' | 'Format', string>>(
      'SELECT Name, FolderName, Format FROM Report ORDER BY DeveloperName',
    );
    assert.deepEqual(
      records.map(({ Name, FolderName, Format }) => [Name, FolderName, Format]),
      [
        ['Yield', 'Yields', 'Summary'],
        ['Yield', 'Yields', 'Summary'],
        ['Yield', 'Board', 'Summary'],
        ['Sides', 'Yields', 'MultiBlock'],
      ],
    );
    const components = await admin.query("SELECT Name FROM DashboardComponent WHERE Dashboard.Title = 'Harvest'");
    assert.equal(components.totalSize, 3);
  });

  test('a report answers sums by their groups, and rows where they are asked for', async () => {
    const result = await execute(admin, reportId);
    assert.deepEqual(sums(result), ['Brook: 35.75, 3', 'Dale: 10.25, 2', 'Total: 46.00, 5']);
    assert.equal(result.factMap['0!T'].rows, undefined);
    assert.deepEqual(result.reportMetadata.aggregates, [`s!${H}Weight__c`, 'RowCount']);
    assert.equal(result.reportExtendedMetadata.aggregateColumnInfo[`s!${H}Weight__c`].label, 'Sum of Weight');
    const detailed = await execute(admin, reportId, { details: true });
    const rows = detailed.factMap['1!T'].rows!.map(({ dataCells }) => dataCells.map(({ label }) => label));
    assert.deepEqual(rows.sort(), [
      ['H4', '8.00'],
      ['H5', '2.25'],
    ]);
  });

  test('a run takes filters, groupings and sums of its own', async () => {
    const filtered = { reportMetadata: { reportFilters: [valleyFilter('South')] } };
    assert.deepEqual(sums(await execute(admin, reportId, { metadata: filtered })), [
      'Dale: 10.25, 2',
      'Total: 10.25, 2',
    ]);
    const grouped = {
      reportMetadata: {
        aggregates: [`mx!${H}Weight__c`, 'RowCount'],
        groupingsDown: [{ name: `${H}Day__c`, dateGranularity: 'Year', sortOrder: 'Desc' }],
      },
    };
    assert.deepEqual(sums(await execute(admin, reportId, { metadata: grouped })), [
      'CY2026: 20.00, 4',
      'CY2025: 8.00, 1',
      'Total: 20.00, 5',
    ]);
  });

  test('a report is described with what its type offers', async () => {
    const described = (await admin.analytics.report(reportId).describe()) as unknown as {
      readonly reportMetadata: { readonly reportType: object; readonly reportFormat: string };
      readonly reportTypeMetadata: { readonly categories: readonly { readonly label: string }[] };
    };
    assert.equal(described.reportMetadata.reportFormat, 'SUMMARY');
    assert.deepEqual(described.reportMetadata.reportType, { label: 'Orchards with Harvests', type: 'Harvests__c' });
    assert.deepEqual(
      described.reportTypeMetadata.categories.map(({ label }) => label),
      ['Orchards'],
    );
  });

  test('asynchronous runs are listed and give their results', async () => {
    const report = admin.analytics.report(reportId);
    const { id } = (await report.executeAsync({ details: true })) as unknown as { readonly id: string };
    assert.equal((await report.instances())[0]?.id, id);
    const result = (await report.instance(id).retrieve()) as unknown as Ran;
    assert.deepEqual([result.attributes.status, result.attributes.type], ['Success', 'ReportInstance']);
    assert.equal(result.factMap['T!T'].aggregates[1].value, 5);
  });

  test('a copy is its owner’s alone, keeps what was changed, and can be deleted', async () => {
    const farmer = await served.newUser('farmer@example.com', 'Farmer');
    const { reportMetadata } = (await admin.analytics.report(reportId).clone('Mine')) as unknown as Ran;
    const id = String(reportMetadata.id);
    const changes = { reportMetadata: { name: 'South only', reportFilters: [valleyFilter('South')] } };
    const saved = await send(admin, 'PATCH', `/services/data/v66.0/analytics/reports/${id}`, JSON.stringify(changes));
    assert.equal(saved.status, 200);
    assert.deepEqual(sums(await execute(admin, id)), ['Dale: 10.25, 2', 'Total: 10.25, 2']);
    await assert.rejects(execute(farmer, id), /unavailable/);
    assert.equal((await farmer.query(`SELECT Id FROM Report WHERE Id = '${id}'`)).totalSize, 0);
    await admin.analytics.report(id).destroy();
    await assert.rejects(execute(admin, id), /unavailable/);
    const refused = await send(admin, 'DELETE', `/services/data/v66.0/analytics/reports/${reportId}`);
    assert.equal(refused.status, 403);
  });

  test('users see the folders that are shared with them, and their own records', async () => {
    const farmer = await served.newUser('farmer2@example.com', 'Farmer');
    const names = (await farmer.analytics.reports()).map(({ name }) => name);
    assert.equal(names.length, 3);
    const secret = await idOf(admin, 'Report', "DeveloperName = 'Secrets'");
    await assert.rejects(execute(farmer, secret), /unavailable/);
    const weightless = await execute(farmer, reportId);
    assert.deepEqual(weightless.reportMetadata.name, 'Yield');
    assert.equal(weightless.factMap['T!T'].aggregates.length, 1, 'sums of fields that may not be seen are left out');
  });

  test('a report that groups or filters by a field that the user may not see is refused by its name', async () => {
    const farmer = await served.newUser('farmer3@example.com', 'Farmer');
    const kind = { name: `${H}Kind__c`, dateGranularity: 'None', sortOrder: 'Asc' };
    const grouped = { reportMetadata: { groupingsDown: [kind] } };
    await assert.rejects(
      execute(farmer, reportId, { metadata: grouped }),
      /The report Yield groups or filters by Kind, which you have no access to/,
    );
    assert.equal((await execute(admin, reportId, { metadata: grouped })).groupingsDown.groupings.length, 3);
    const formula = {
      customSummaryFormula: {
        F1: {
          formula: `${H}Weight__c:SUM`,
          formulaType: 'number',
          decimalPlaces: 2,
          label: 'Heavy',
          downGroupType: 'all',
        },
      },
      aggregates: ['F1', 'RowCount'],
    };
    const shown = await execute(farmer, reportId, { metadata: { reportMetadata: formula } });
    assert.deepEqual(Object.keys(shown.reportExtendedMetadata.aggregateColumnInfo), ['RowCount']);
  });

  test('a dashboard shows its last refresh, with its time, until it is refreshed', async () => {
    const [{ id }] = await admin.analytics.dashboards();
    const total = async () => {
      const { componentData } = (await admin.analytics.dashboard(id).components()) as unknown as {
        readonly componentData: readonly { reportResult: Ran; status: { refreshDate: string } }[];
      };
      const [{ reportResult, status }] = componentData;
      return [reportResult.factMap['T!T'].aggregates.at(-1)?.value, status.refreshDate];
    };
    await admin.analytics.dashboard(id).refresh();
    const before = await total();
    served.clock.advance(60_000);
    const orchard = await idOf(admin, 'Orchard__c', "Name = 'Dale'");
    await admin.sobject('Harvest__c').create({ Name: 'H6', Orchard__c: orchard });
    assert.deepEqual(await total(), before);
    await admin.analytics.dashboard(id).refresh();
    const [count, date] = await total();
    assert.equal(count, Number(before[0]) + 1);
    assert.equal(Date.parse(String(date)), Date.parse(String(before[1])) + 60_000);
    await admin
      .query("SELECT Id FROM Harvest__c WHERE Name = 'H6'")
      .then(({ records }) => admin.sobject('Harvest__c').destroy(String(records[0].Id)));
  });

  test('a joined report puts the sums of its blocks side by side, with formulas across them', async () => {
    const result = await execute(admin, await idOf(admin, 'Report', "DeveloperName = 'Sides'"));
    assert.deepEqual(sums(result), [
      'Brook: 30.50, 2, 5.25, 1, 25.25',
      'Dale: 2.25, 1, 8.00, 1, -5.75',
      'Total: 32.75, 3, 13.25, 2, 19.50',
    ]);
    assert.equal(result.reportMetadata.reportFormat, 'MULTI_BLOCK');
  });

  test('a joined report has the rows of each block under the groups that they have in common', async () => {
    const id = await idOf(admin, 'Report', "DeveloperName = 'Sides'");
    const { blocks } = (await execute(admin, id, { details: true })) as unknown as {
      readonly blocks: readonly { readonly name: string; readonly factMap: Readonly<Record<string, Fact>> }[];
    };
    const rows = (block: number, key: string) =>
      blocks[block].factMap[key].rows!.map(({ dataCells }) => dataCells.map(({ label }) => label).join(' '));
    assert.deepEqual(
      blocks.map(({ name }) => name),
      ['Apples', 'Others'],
    );
    assert.deepEqual([rows(0, '0!T').sort(), rows(1, '0!T')], [['10.50', '20.00'], ['5.25']]);
    assert.deepEqual([rows(0, '1!T'), rows(1, '1!T'), rows(0, 'T!T')], [['2.25'], ['8.00'], []]);
  });

  test('a joined report is described, copied, and changed as far as the API changes them', async () => {
    const id = await idOf(admin, 'Report', "DeveloperName = 'Sides'");
    const described = (await admin.analytics.report(id).describe()) as unknown as Ran;
    assert.deepEqual(Object.keys(described.reportExtendedMetadata.aggregateColumnInfo), [
      `B1#s!${H}Weight__c`,
      'B1#RowCount',
      `B2#s!${H}Weight__c`,
      'B2#RowCount',
      'CBF1',
    ]);
    const { reportMetadata } = (await admin.analytics.report(id).clone('My sides')) as unknown as Ran;
    const url = `/services/data/v66.0/analytics/reports/${String(reportMetadata.id)}`;
    const patch = (changes: object) => send(admin, 'PATCH', url, JSON.stringify({ reportMetadata: changes }));
    const changed = await patch({ ...reportMetadata, showGrandTotal: false, reportFormat: 'SUMMARY' });
    const { showGrandTotal, reportFormat } = (changed.json as Ran).reportMetadata;
    assert.deepEqual([changed.status, showGrandTotal, reportFormat], [200, false, 'MULTI_BLOCK']);
    const refused = await patch({ reportFilters: [valleyFilter('South')] });
    assert.deepEqual([refused.status, /reportFilters of the joined report/.test(refused.text)], [400, true]);
    assert.equal(sums(await execute(admin, String(reportMetadata.id))).length, 3);
    await admin.analytics.report(String(reportMetadata.id)).destroy();
  });

  test('a report type says what its columns, dates and scopes can be', async () => {
    const { reportTypeMetadata } = (await admin.analytics.report(reportId).describe()) as unknown as {
      readonly reportTypeMetadata: {
        readonly categories: readonly { readonly columns: Readonly<Record<string, object>> }[];
        readonly scopeInfo: { readonly values: readonly { readonly value: string }[] };
        readonly dateGranularityInfos: readonly { readonly name: string }[];
        readonly standardDateFilterDurationGroups: readonly {
          readonly label: string;
          readonly standardDateFilterDurations: readonly Readonly<Record<string, string>>[];
        }[];
      };
    };
    const { categories, scopeInfo, dateGranularityInfos, standardDateFilterDurationGroups } = reportTypeMetadata;
    assert.deepEqual(categories[0].columns.Orchard__c$Name, {
      allowedInCustomDetailFormula: true,
      bucketable: true,
      dataType: 'string',
      entityColumnName: 'Name',
      fieldToFieldFilterable: true,
      filterValues: [],
      filterable: true,
      isCustom: false,
      isLookup: false,
      label: 'Orchard: Name',
      maxLength: 80,
      uniqueCountable: true,
    });
    assert.deepEqual(
      scopeInfo.values.map(({ value }) => value),
      ['organization', 'user'],
    );
    assert.ok(dateGranularityInfos.some(({ name }) => name === 'FiscalQuarter'));
    const months = standardDateFilterDurationGroups.find(({ label }) => label === 'Calendar Month')!;
    const today = new Date(served.clock.now());
    const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
    const day = (date: number) => new Date(date).toISOString().slice(0, 10);
    assert.deepEqual(months.standardDateFilterDurations[0], {
      endDate: day(Date.UTC(year, month, 0)),
      label: 'Last Month',
      startDate: day(Date.UTC(year, month - 1, 1)),
      value: 'LAST_MONTH',
    });
  });

  test('a date filter is named by its span, and the largest value also as the guide names it', async () => {
    const named = {
      aggregates: [`x!${H}Weight__c`, 'RowCount'],
      standardDateFilter: { column: `${H}Day__c`, durationValue: 'N_YEARS_AGO:2', startDate: null, endDate: null },
    };
    const none = await execute(admin, reportId, { metadata: { reportMetadata: named } });
    assert.deepEqual(sums(none), ['Total: -, 0']);
    assert.deepEqual(none.reportMetadata.aggregates, [`mx!${H}Weight__c`, 'RowCount']);
    assert.equal(
      (none.reportMetadata.standardDateFilter as { readonly durationValue: string }).durationValue,
      'N_YEARS_AGO:2',
    );
  });

  test('a formula is shown where its level says', async () => {
    const formula = {
      aggregates: ['F1', 'RowCount'],
      customSummaryFormula: {
        F1: { formula: `${H}Weight__c:SUM`, formulaType: 'number', label: 'All', downGroupType: 'grand_total' },
      },
    };
    assert.deepEqual(sums(await execute(admin, reportId, { metadata: { reportMetadata: formula } })), [
      'Brook: -, 3',
      'Dale: -, 2',
      'Total: 46.00, 5',
    ]);
  });

  test('what cannot be run says why', async () => {
    const broken = await idOf(admin, 'Report', "DeveloperName = 'Broken'");
    await assert.rejects(execute(admin, broken), /has no column Orchard__c\.Harvests__r\$Colour__c/);
    await assert.rejects(execute(admin, '00O000000000000EAA'), /unavailable/);
  });

  test('a dashboard answers its components, filtered, each with its own error', async () => {
    const [{ id }] = await admin.analytics.dashboards();
    const shown = (await admin.analytics.dashboard(id).components()) as unknown as {
      readonly componentData: readonly { reportResult: Ran | null; status: { errorMessage: string | null } }[];
      readonly dashboardMetadata: { readonly filters: readonly { readonly name: string }[] };
    };
    assert.deepEqual(sums(shown.componentData[0].reportResult!).slice(0, 1), ['Brook: 35.75, 3']);
    assert.match(shown.componentData[2].status.errorMessage!, /Colour__c/);
    assert.equal(shown.dashboardMetadata.filters[0].name, 'Valley');
    const filtered = await send(admin, 'GET', `/services/data/v66.0/analytics/dashboards/${id}?filter1=1`);
    const { componentData } = filtered.json as typeof shown;
    assert.deepEqual(sums(componentData[0].reportResult!), ['Dale: 10.25, 2', 'Total: 10.25, 2']);
    const status = (await admin.analytics.dashboard(id).status()) as unknown as { componentStatus: unknown[] };
    assert.equal(status.componentStatus.length, 3);
    assert.match(JSON.stringify(await admin.analytics.dashboard(id).refresh()), /statusUrl/);
  });
});
