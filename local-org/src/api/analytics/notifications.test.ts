import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Connection } from 'jsforce';
import { column, down, files, H, plant, reportFile } from '../../analytics/test-support/orchards.ts';
import { reportFiles } from '../../analytics/test-support/orchard-reports.ts';
import { SObject } from '../../schema/sobject.ts';
import { PASSWORD, send, ServedOrg } from '../test-support/served-org.ts';
import { SubscriptionSender } from './subscription-sender.ts';

const DAY = 86_400_000;
const NOTIFICATIONS = '/services/data/v66.0/analytics/notifications';
const REPORTS = `${NOTIFICATIONS}?source=lightningReportSubscribe`;

const subscribers = `<PermissionSet><label>Subscribers</label><userPermissions><enabled>true</enabled><name>SubscribeReportToOtherUsers</name></userPermissions></PermissionSet>`;

interface Notification {
  readonly id: string;
  readonly active: boolean;
  readonly schedule: object;
  readonly thresholds: readonly { readonly type: string; readonly conditions: object[] | null }[];
}

interface Sent {
  readonly Subject: string;
  readonly ToAddress: string;
  readonly HtmlBody: string;
}

describe('subscriptions of reports and dashboards', () => {
  let served: ServedOrg;
  let admin: Connection;
  let farmer: Connection;
  let reportId: string;
  let farmerId: string;
  before(async () => {
    served = await ServedOrg.start({
      ...files,
      ...reportFiles,
      'reports/Yields/Flat.report-meta.xml': reportFile(
        column(`${H}Name`) + column(`${H}Weight__c`),
        'Harvests__c',
        'Tabular',
      ),
      'reports/Board/By_Kind.report-meta.xml': reportFile(down(`${H}Kind__c`)),
      'permissionsets/Subscribers.permissionset-meta.xml': subscribers,
    });
    const { org } = served;
    plant((object, values) =>
      org.transaction(org.administrator, (tx) => {
        const record = new SObject(org.schema.require(object), Object.entries(values));
        org.dml.insert(tx, [record], { mode: 'system', sharing: false, allOrNone: true });
        return record.id!;
      }),
    );
    admin = served.admin;
    farmer = await served.newUser('farmer@example.com', 'Farmer');
    farmerId = await idOf('User', "Username = 'farmer@example.com'");
    reportId = await idOf('Report', "DeveloperName = 'By_Orchard'");
  });
  after(() => served.close());

  const idOf = async (object: string, condition: string): Promise<string> => {
    const { records } = await admin.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${condition}`);
    return records[0].Id;
  };
  const daily = (recordId: string, more = {}) => ({
    source: 'lightningReportSubscribe',
    recordId,
    name: 'Mine',
    schedule: { frequency: 'daily', details: { time: 6 } },
    ...more,
  });
  const always = (recipients: readonly string[]) => [
    {
      type: 'always',
      conditions: null,
      actions: [{ type: 'sendEmail', configuration: { recipients: recipients.map((id) => ({ id, type: 'user' })) } }],
    },
  ];
  const ask = async (connection: Connection, method: string, path: string, body?: object) => {
    const answer = await send(connection, method, path, body === undefined ? undefined : JSON.stringify(body));
    return { status: answer.status, body: answer.json as never };
  };
  const add = async (connection: Connection, body: object): Promise<Notification> => {
    const { status, body: made } = await ask(connection, 'POST', NOTIFICATIONS, body);
    assert.equal(status, 201, JSON.stringify(made));
    return made;
  };
  const refusal = async (connection: Connection, body: object): Promise<string> => {
    const { status, body: errors } = await ask(connection, 'POST', NOTIFICATIONS, body);
    assert.ok(status >= 400);
    return (errors as readonly { readonly message: string }[])[0].message;
  };
  const drop = (connection: Connection, id: string) => ask(connection, 'DELETE', `${NOTIFICATIONS}/${id}`);
  /** What is sent until the clock stands so much later. */
  const sentAfter = async (milliseconds: number): Promise<Sent[]> => {
    const { records: before } = await admin.query<{ Id: string }>('SELECT Id FROM LocalSentEmail');
    served.clock.advance(milliseconds);
    const sender = new SubscriptionSender(served.org, (error) => assert.fail(String(error)));
    while (sender.runNext());
    // Sessions have ended meanwhile.
    await admin.login(served.org.administrator.username, PASSWORD);
    await farmer.login('farmer@example.com', PASSWORD);
    const { records } = await admin.query<Sent & { Id: string }>(
      'SELECT Id, Subject, ToAddress, HtmlBody FROM LocalSentEmail ORDER BY Id',
    );
    return records.filter(({ Id }) => !before.some((one) => one.Id === Id));
  };

  test('are made, listed, changed and deleted by their owner alone', async () => {
    const made = await add(farmer, daily(reportId));
    assert.deepEqual(made.thresholds, [
      { actions: [{ configuration: { recipients: [] }, type: 'sendEmail' }], conditions: null, type: 'always' },
    ]);
    assert.deepEqual((await ask(farmer, 'GET', `${REPORTS}&recordId=${reportId}`)).body, [made]);
    assert.deepEqual((await ask(admin, 'GET', REPORTS)).body, []);
    assert.equal((await ask(admin, 'GET', `${NOTIFICATIONS}/${made.id}`)).status, 404);
    const schedule = { frequency: 'weekly', details: { time: 8, daysOfWeek: ['mon', 'fri'] } };
    const changed = await ask(farmer, 'PUT', `${NOTIFICATIONS}/${made.id}`, { schedule });
    assert.deepEqual((changed.body as Notification).schedule, schedule);
    const limits = `${NOTIFICATIONS}/limits?source=lightningReportSubscribe`;
    assert.deepEqual((await ask(farmer, 'GET', limits)).body, { max: 7, remaining: 6 });
    assert.equal((await drop(farmer, made.id)).status, 204);
    assert.equal((await ask(farmer, 'GET', `${NOTIFICATIONS}/${made.id}`)).status, 404);
  });

  test('are sent when they are due, as the subscriber may see the report', async () => {
    const made = await add(farmer, daily(reportId));
    const [email, ...others] = await sentAfter(DAY);
    assert.deepEqual(others, []);
    assert.deepEqual([email.Subject, email.ToAddress], ['Report results (Yield)', 'user@example.com']);
    assert.match(email.HtmlBody, /As .*farmer.* may see it/i);
    assert.doesNotMatch(email.HtmlBody, /Weight/, 'a field that the subscriber may not see');
    assert.deepEqual(await sentAfter(3_600_000), [], 'not again before the next day');
    assert.equal((await sentAfter(3 * DAY)).length, 1, 'what was missed is sent once');
    await drop(farmer, made.id);
    assert.deepEqual(await sentAfter(2 * DAY), []);
  });

  test('show groups with their sums, or the rows of a report without groups', async () => {
    const flatId = await idOf('Report', "DeveloperName = 'Flat'");
    const made = [await add(admin, daily(reportId)), await add(admin, daily(flatId))];
    const [grouped, flat] = await sentAfter(DAY);
    assert.match(grouped.HtmlBody, /Brook<\/td><td[^>]*>35\.75/);
    assert.match(grouped.HtmlBody, /Total<\/td><td[^>]*>46\.00/);
    assert.match(flat.HtmlBody, /H1<\/td><td[^>]*>10\.50/);
    for (const { id } of made) await drop(admin, id);
  });

  test('go only when their conditions hold', async () => {
    const when = (operation: string, value: string) => ({
      deactivateOnTrigger: true,
      thresholds: [
        {
          type: 'condition',
          conditions: [{ colName: `s!${H}Weight__c`, operation, value }],
          actions: [{ type: 'sendEmail', configuration: { summaryOnly: true } }],
        },
      ],
    });
    const { id } = await add(admin, daily(reportId, when('greaterThan', '46')));
    assert.deepEqual(await sentAfter(DAY), []);
    await ask(admin, 'PUT', `${NOTIFICATIONS}/${id}`, when('greaterThanEqual', '46'));
    const [email] = await sentAfter(DAY);
    assert.match(email.HtmlBody, /Sum of Weight is 46\.00 \(condition: ≥ 46\)/);
    assert.doesNotMatch(email.HtmlBody, /<table/);
    const { body } = await ask(admin, 'GET', `${NOTIFICATIONS}/${id}`);
    assert.equal((body as Notification).active, false, 'sent once');
    assert.deepEqual(await sentAfter(2 * DAY), []);
    await drop(admin, id);
  });

  test('reach other users who see the folder, from those who may add recipients', async () => {
    assert.match(
      await refusal(farmer, daily(reportId, { thresholds: always([served.org.administrator.id]) })),
      /Add Recipients/,
    );
    const { id } = await add(admin, daily(reportId, { thresholds: always([farmerId]) }));
    const addresses = (await sentAfter(DAY)).map(({ ToAddress }) => ToAddress);
    assert.deepEqual(addresses.sort(), [served.org.administrator.email, 'user@example.com'].sort());
    await drop(admin, id);
    const secret = await idOf('Report', "DeveloperName = 'By_Kind'");
    assert.match(
      await refusal(admin, daily(secret, { thresholds: always([farmerId]) })),
      /has no access to the folder/,
    );
    assert.match(await refusal(farmer, daily(secret)), /unavailable/);
  });

  test('of dashboards show each component, and why one cannot be shown', async () => {
    const recordId = await idOf('Dashboard', "Title = 'Harvest'");
    const { id } = await add(admin, daily(recordId, { source: 'lightningDashboardSubscribe' }));
    const [email] = await sentAfter(DAY);
    assert.equal(email.Subject, 'Dashboard results (Harvest)');
    for (const part of [/Weight by orchard/, /Brook<\/td><td[^>]*>35\.75/, /has no column/])
      assert.match(email.HtmlBody, part);
    await drop(admin, id);
  });

  test('tell their owner of a report that can no longer be run', async () => {
    const brokenId = await idOf('Report', "DeveloperName = 'Broken'");
    const broken = await add(admin, daily(brokenId));
    const [email] = await sentAfter(DAY);
    assert.equal(email.Subject, 'Report not sent (Mine)');
    assert.match(email.HtmlBody, /could not be sent: The report type Orchards with Harvests has no column/);
    await drop(admin, broken.id);
  });

  test('go with the report that is deleted', async () => {
    const { reportMetadata } = (await admin.analytics.report(reportId).clone('Gone')) as unknown as {
      reportMetadata: { id: string };
    };
    const { id } = await add(admin, daily(reportMetadata.id));
    await admin.analytics.report(reportMetadata.id).destroy();
    assert.equal((await ask(admin, 'GET', `${NOTIFICATIONS}/${id}`)).status, 404);
  });

  test('are refused with what to do about it', async () => {
    const { id } = await add(admin, daily(reportId));
    assert.match(await refusal(admin, daily(reportId)), /already have a notification/);
    await drop(admin, id);
    const schedule = (one: object) => daily(reportId, { schedule: one });
    assert.match(
      await refusal(admin, schedule({ frequency: 'hourly', details: { time: 1 } })),
      /daily, weekly or monthly/,
    );
    assert.match(await refusal(admin, schedule({ frequency: 'daily', details: { time: 24 } })), /from 0 to 23/);
    assert.match(
      await refusal(admin, schedule({ frequency: 'weekly', details: { time: 1, daysOfWeek: [] } })),
      /at least one/,
    );
    assert.match(await refusal(admin, daily(reportId, { source: 'waveNotification' })), /CRM Analytics/);
    const others = {
      thresholds: [
        { type: 'condition', conditions: [{ colName: 'RowCount', operation: 'equal', value: 'many' }], actions: [] },
      ],
    };
    assert.match(await refusal(admin, daily(reportId, others)), /no number/);
    assert.equal((await ask(admin, 'GET', NOTIFICATIONS)).status, 400);
  });
});
