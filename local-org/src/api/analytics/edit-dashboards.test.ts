import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { files, H, plant } from '../../analytics/test-support/orchards.ts';
import { reportFiles } from '../../analytics/test-support/orchard-reports.ts';
import { SObject } from '../../schema/sobject.ts';
import { send, ServedOrg } from '../test-support/served-org.ts';

const DASHBOARDS = '/services/data/v66.0/analytics/dashboards';

interface Metadata {
  readonly id: string;
  readonly name: string;
  readonly folderId: string;
  readonly components: readonly { readonly id: string; readonly header: string | null; readonly reportId: string }[];
  readonly layout: { readonly components: readonly object[] };
}

describe('dashboards that users make', () => {
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
    const { records } = await admin.query<{ Id: string }>("SELECT Id FROM Report WHERE DeveloperName = 'By_Orchard'");
    reportId = records[0].Id;
  });
  after(() => served.close());

  const ask = async (connection: Connection, method: string, path: string, body?: object) => {
    const { status, json } = await send(
      connection,
      method,
      path,
      body === undefined ? undefined : JSON.stringify(body),
    );
    return { status, json: json as never };
  };
  const component = (header: string, properties: object) => ({ header, reportId, type: 'Report', properties });
  const metric = () => component('Weight', { visualizationType: 'Metric', aggregates: [{ name: `s!${H}Weight__c` }] });
  const place = (column: number, row: number, colspan = 6) => ({ column, row, colspan, rowspan: 4 });
  const total = async (id: string, index: number): Promise<unknown> => {
    const { json } = await ask(admin, 'GET', `${DASHBOARDS}/${id}`);
    const { componentData } = json as {
      componentData: { reportResult: { factMap: Record<string, { aggregates: { label: string }[] }> } }[];
    };
    return componentData[index].reportResult.factMap['T!T'].aggregates[0].label;
  };

  test('show reports, are changed component by component, and deleted', async () => {
    const body = {
      name: 'My harvest',
      dashboardType: 'LoggedInUser',
      components: [metric()],
      layout: { components: [place(0, 0)] },
      filters: [{ name: 'Valley', options: [{ operation: 'equals', value: 'South' }] }],
    };
    const made = await ask(admin, 'POST', DASHBOARDS, body);
    assert.equal(made.status, 201, JSON.stringify(made.json));
    const { id, components, folderId } = made.json as Metadata;
    assert.equal(folderId, served.org.administrator.id);
    assert.equal(await total(id, 0), '46.00');

    const filterColumns = [{ name: 'Orchard__c$Valley__c' }];
    const bar = component('By orchard', {
      visualizationType: 'Bar',
      groupings: [{ name: 'Orchard__c$Name' }],
      filterColumns,
    });
    const layout = { components: [place(0, 0), place(6, 0)] };
    const kept = {
      id: components[0].id,
      header: 'Weight',
      reportId,
      properties: { visualizationType: 'Metric', aggregates: [{ name: `s!${H}Weight__c` }] },
    };
    const changed = await ask(admin, 'PATCH', `${DASHBOARDS}/${id}`, { components: [bar, kept], layout });
    assert.deepEqual(
      (changed.json as Metadata).components.map(({ header }) => header),
      ['By orchard', 'Weight'],
    );
    assert.equal((changed.json as Metadata).name, 'My harvest');
    const filtered = await ask(admin, 'GET', `${DASHBOARDS}/${id}?filter1=0`);
    assert.match(JSON.stringify(filtered.json), /"label":"Dale"/);
    assert.doesNotMatch(
      JSON.stringify((filtered.json as { componentData: unknown[] }).componentData[0]),
      /"label":"Brook"/,
    );

    assert.equal((await ask(admin, 'DELETE', `${DASHBOARDS}/${id}`)).status, 204);
    assert.equal((await ask(admin, 'GET', `${DASHBOARDS}/${id}`)).status, 404);
  });

  test('are copies of deployed ones, which change with a deploy only', async () => {
    const [{ id: deployed }] = await admin.analytics.dashboards();
    const refused = await ask(admin, 'PATCH', `${DASHBOARDS}/${deployed}`, { name: 'Mine' });
    assert.equal(refused.status, 403);
    assert.match(JSON.stringify(refused.json), /Save a copy of it instead/);
    const copy = await ask(admin, 'POST', `${DASHBOARDS}?cloneId=${deployed}`, { name: 'Copy' });
    const { id, components, name } = copy.json as Metadata;
    assert.deepEqual([name, components.length], ['Copy', 3]);
    assert.equal(await total(id, 1), '46.00');
    const farmer = await served.newUser('farmer@example.com', 'Farmer');
    assert.equal(
      (await ask(farmer, 'GET', `${DASHBOARDS}/${id}`)).status,
      404,
      'private folders are their owners’ alone',
    );
  });

  test('are refused with what is wrong', async () => {
    const refusal = async (body: object) => JSON.stringify((await ask(admin, 'POST', DASHBOARDS, body)).json);
    const layout = { components: [place(0, 0)] };
    assert.match(await refusal({ components: [metric()], layout: { components: [] } }), /a place for each component/);
    assert.match(
      await refusal({ components: [metric()], layout: { components: [place(8, 0)] } }),
      /column is a whole number from 0 to 6/,
    );
    assert.match(await refusal({ components: [{ header: 'Nothing' }], layout }), /reportId is required/);
    assert.match(await refusal({ components: [{ reportId: '00O000000000000EAA' }], layout }), /unavailable/);
    assert.match(await refusal({ folderId: '00l000000000000AAA' }), /cannot save in that folder/);
  });
});
