/**
 * The six kinds of leader at their dashboards, through `jsforce` analytics and in Chromium: each sees their own folders, with numbers
 * and without an error, and makes a report of their own out of a packaged one.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Connection } from 'jsforce';
import { registerLightning } from '../../local-org/src/lightning/register.ts';
import { linesOf, runReport } from '../report-figures/report-lines.ts';
import { ServedFirm } from '../report-figures/served-firm.ts';
import { insertAll } from '../seed/records.ts';
import { ensureUsers } from '../seed/users.ts';
import { Workplace } from './support/browser.ts';
import { assertAccessible, assertFits } from './support/page-checks.ts';
import { logIn, type Persona } from './support/personas.ts';

interface Leader {
  readonly who: string;
  readonly persona: Persona;
  readonly dashboard: string;
  /** All they see. */
  readonly dashboards: readonly string[];
}

const ALL = ['Executive', 'Finance', 'Practice Lead', 'Project Manager', 'Resource Manager', 'Services Sales'];

const LEAD: Leader = {
  who: 'a practice lead',
  persona: 'consultant',
  dashboard: 'Practice Lead',
  dashboards: ['Practice Lead', 'Project Manager', 'Resource Manager'],
};

const LEADERS: readonly Leader[] = [
  { who: 'an executive', persona: 'leader', dashboard: 'Executive', dashboards: ALL },
  { who: 'a project manager', persona: 'pm', dashboard: 'Project Manager', dashboards: ['Project Manager'] },
  { who: 'a resource manager', persona: 'resourcing', dashboard: 'Resource Manager', dashboards: ['Resource Manager'] },
  { who: 'finance', persona: 'finance', dashboard: 'Finance', dashboards: ['Finance'] },
  { who: 'a sales representative', persona: 'sales', dashboard: 'Services Sales', dashboards: ['Services Sales'] },
];

interface Component {
  readonly status: { readonly errorMessage: string | null };
}

describe('dashboards', () => {
  let firm: ServedFirm;
  let workplace: Workplace;
  before(async () => {
    firm = await ServedFirm.start((app, org) => registerLightning(app, org));
    await ensureUsers(firm.admin);
    workplace = await Workplace.open(firm.url);
  });
  after(async () => {
    await workplace.close();
    await firm.close();
  });

  const idOf = async (connection: Connection, object: string, developerName: string): Promise<string | undefined> => {
    const soql = `SELECT Id FROM ${object} WHERE DeveloperName = '${developerName}'`;
    return (await connection.query<{ Id: string }>(soql)).records[0]?.Id;
  };

  async function seesOwnDashboard({ persona, dashboard, dashboards }: Leader): Promise<void> {
    const connection = await logIn(firm.url, persona);
    const names = (await connection.analytics.dashboards()).map(({ name }) => name);
    assert.deepEqual(names.sort(), [...dashboards].sort());
    const id = (await idOf(connection, 'Dashboard', dashboard.replaceAll(' ', '_'))) ?? '';
    const { componentData } = (await connection.analytics.dashboard(id).components()) as unknown as {
      readonly componentData: readonly Component[];
    };
    const problems = componentData.flatMap(({ status }) => status.errorMessage ?? []);
    assert.deepEqual(problems, []);
    await workplace.step(async () => {
      const page = await workplace.logIn(persona, `/lightning/r/Dashboard/${id}/view`);
      await page.getByRole('heading', { level: 1, name: dashboard }).waitFor();
      assert.equal(await page.locator('shell-dashboard-tile').count(), componentData.length);
      assert.equal(await page.locator('shell-dashboard-tile shell-notice').count(), 0);
      await assertAccessible(page);
      await assertFits(page);
    });
  }

  /** What of the reports that the leader sees does not run. */
  async function refusedReports({ persona }: Leader): Promise<string[]> {
    const connection = await logIn(firm.url, persona);
    const { records } = await connection.query<{ Id: string; Name: string }>('SELECT Id, Name FROM Report');
    assert.ok(records.length > 0);
    const refused: string[] = [];
    for (const { Id, Name } of records) {
      await runReport(connection, Id).catch((error: unknown) => refused.push(`${Name}: ${String(error)}`));
    }
    return refused;
  }

  for (const leader of LEADERS) {
    it(`${leader.who} sees ${leader.dashboard} and no more than is theirs, and every report runs`, async () => {
      await seesOwnDashboard(leader);
      assert.deepEqual(await refusedReports(leader), []);
    });
  }

  it('what is not shared is not there', async () => {
    const margins = await firm.idOf('Report', 'Profitability_by_Client');
    for (const persona of ['sales', 'pm', 'finance', 'consultant'] as const) {
      const connection = await logIn(firm.url, persona);
      await assert.rejects(runReport(connection, margins), /unavailable/);
    }
    assert.deepEqual(await (await logIn(firm.url, 'consultant')).analytics.dashboards(), []);
  });

  it('finance filters, regroups and sorts a report, and keeps it as their own', async () => {
    const connection = await logIn(firm.url, 'finance');
    const id = (await idOf(connection, 'Report', 'Receivables_by_Age')) ?? '';
    const changes = {
      groupingsDown: [
        {
          name: 'Invoice__c$Account__c',
          dateGranularity: 'None',
          sortOrder: 'Desc',
          sortAggregate: 's!Invoice__c$FirmBalance__c',
        },
      ],
      reportFilters: [
        { column: 'Invoice__c$Status__c', operator: 'equals', value: 'Sent' },
        { column: 'Invoice__c$Balance__c', operator: 'notEqual', value: '0' },
      ],
    };
    const run = await connection.analytics.report(id).execute({ metadata: { reportMetadata: changes as object } });
    // Without the partly paid one: 30,000 of Acme, 12,000 and 2,000 euros, at 1.1, of Borealis.
    const expected = [
      'Acme: 30,000.00 | 30,000.00 | 1',
      'Borealis: 14,200.00 | 14,200.00 | 2',
      'Total: 44,200.00 | 44,200.00 | 3',
    ];
    assert.deepEqual(linesOf(run as never), expected);
    const { reportMetadata } = (await connection.analytics.report(id).clone('Sent by client')) as unknown as {
      readonly reportMetadata: { readonly id: string };
    };
    await connection.request({
      method: 'PATCH',
      url: `/analytics/reports/${reportMetadata.id}`,
      body: JSON.stringify({ reportMetadata: changes }),
      headers: { 'content-type': 'application/json' },
    });
    assert.deepEqual(linesOf(await runReport(connection, reportMetadata.id)), expected);
    await assert.rejects(runReport(await logIn(firm.url, 'leader'), reportMetadata.id), /unavailable/);
  });

  it('a dashboard is filtered, and leads to the rows behind a number, in the page', async () => {
    const id = await firm.idOf('Dashboard', 'Project_Manager');
    await workplace.step(async () => {
      const page = await workplace.logIn('leader', `/lightning/r/Dashboard/${id}/view`);
      const overdue = page.locator('shell-dashboard-tile', { hasText: 'Overdue Tasks' });
      await overdue.getByText('2', { exact: true }).waitFor();
      await page.getByRole('combobox', { name: 'Project status' }).click();
      await page.getByRole('option', { name: 'On Hold' }).click();
      await overdue.getByText('0', { exact: true }).waitFor();
      await page.getByRole('combobox', { name: 'Project status' }).click();
      await page.getByRole('option', { name: 'In Progress' }).click();
      await overdue.getByText('2', { exact: true }).waitFor();
      await overdue.getByRole('link', { name: 'View Report: Overdue Tasks' }).click();
      await page.getByText('Total Records: 2').waitFor();
      await page.getByRole('cell', { name: 'Go-live' }).waitFor();
    });
  });

  it('a practice lead, made out of a consultant by a persona and a group, sees the practices', async () => {
    const { records: users } = await firm.admin.query<{ Id: string }>(
      "SELECT Id FROM User WHERE Username = 'consultant@keelson.example'",
    );
    const AssigneeId = users[0]?.Id ?? '';
    const { records: groups } = await firm.admin.query<{ Id: string }>(
      "SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'PracticeLead'",
    );
    const { records: folders } = await firm.admin.query<{ Id: string }>(
      "SELECT Id FROM Group WHERE DeveloperName = 'Keelson_Practice_Leads'",
    );
    await insertAll(firm.admin, 'PermissionSetAssignment', [{ AssigneeId, PermissionSetGroupId: groups[0]?.Id }]);
    await insertAll(firm.admin, 'GroupMember', [{ GroupId: folders[0]?.Id, UserOrGroupId: AssigneeId }]);
    await seesOwnDashboard(LEAD);
    assert.deepEqual(await refusedReports(LEAD), []);
  });
});
