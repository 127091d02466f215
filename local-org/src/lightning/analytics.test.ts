import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { reportFiles } from '../analytics/test-support/orchard-reports.ts';
import { column, files, H, plant, reportFile } from '../analytics/test-support/orchards.ts';
import { SObject } from '../schema/sobject.ts';
import { accessibilityProblems, type RunningApp, scrollsSideways, startApp } from './testing/app.ts';
import { FIXTURE_PROJECT } from './testing/fixture-org.ts';

const embedded = (dashboard: string, hideOnError: boolean): string => `<itemInstances><componentInstance>
  <componentInstanceProperties><name>dashboardName</name><value>${dashboard}</value></componentInstanceProperties>
  <componentInstanceProperties><name>hideOnError</name><value>${hideOnError}</value></componentInstanceProperties>
  <componentName>desktopDashboards:embeddedDashboard</componentName>
</componentInstance></itemInstances>`;

const charted = (report: string, more = ''): string => `<itemInstances><componentInstance>
  <componentInstanceProperties><name>reportName</name><value>${report}</value></componentInstanceProperties>${more}
  <componentName>flexipage:reportChart</componentName></componentInstance></itemInstances>`;

const filtered = '<componentInstanceProperties><name>filterBy</name><value>Name</value></componentInstanceProperties>';

const BY_ORCHARD = 'reports/Yields/By_Orchard.report-meta.xml';
const described = {
  [BY_ORCHARD]: reportFiles[BY_ORCHARD].replace(
    '</Report>',
    '<description>What each orchard has borne.</description></Report>',
  ),
};

/** A tab with a dashboard and charts of reports, and with others that do not exist. */
const tabFiles = {
  'flexipages/Overview.flexipage-meta.xml': `<FlexiPage><flexiPageRegions>
    ${embedded('Harvest', true)}${embedded('Nothing', true)}${embedded('Nowhere', false)}
    ${charted('By_Orchard')}${charted('Weights')}${charted('Nowhere')}${charted('By_Orchard', filtered)}
    <name>main</name><type>Region</type></flexiPageRegions><masterLabel>Overview</masterLabel>
    <template><name>flexipage:defaultAppHomeTemplate</name></template><type>AppPage</type></FlexiPage>`,
  'tabs/Overview.tab-meta.xml':
    '<CustomTab><flexiPage>Overview</flexiPage><label>Overview</label><motif>Custom1: Heart</motif></CustomTab>',
};

const typeColumn = (table: string, field: string): string =>
  `<columns><checkedByDefault>true</checkedByDefault><field>${field}</field><table>${table}</table></columns>`;

const section = (label: string, table: string, ...fields: string[]): string =>
  `<sections>${fields.map((field) => typeColumn(table, field)).join('')}<masterLabel>${label}</masterLabel></sections>`;

/** A list of harvests, whose type offers what can be bucketed, counted in and filtered by. */
const pickings = {
  'reportTypes/Pickings.reportType-meta.xml': `<ReportType><baseObject>Orchard__c</baseObject><category>other</category><deployed>true</deployed>
    <join><outerJoin>false</outerJoin><relationship>Harvests__r</relationship></join><label>Pickings</label>
    ${section('Orchards', 'Orchard__c', 'Name')}${section('Harvests', 'Orchard__c.Harvests__r', 'Name', 'Kind__c', 'Day__c', 'Weight__c')}</ReportType>`,
  'reports/Yields/Weights.report-meta.xml': reportFile(
    column(`${H}Name`) + column(`${H}Weight__c`, 'Sum'),
    'Pickings__c',
    'Tabular',
  ),
};

describe('reports and dashboards in the browser', () => {
  let app: RunningApp;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orchards-'));
    for (const [name, text] of Object.entries({ ...files, ...reportFiles, ...pickings, ...tabFiles, ...described })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    app = await startApp([FIXTURE_PROJECT, folder]);
    const { org } = app;
    plant((object, values) =>
      org.transaction(org.administrator, (tx) => {
        const record = new SObject(org.schema.require(object), Object.entries(values));
        org.dml.insert(tx, [record], { mode: 'system', sharing: false, allOrNone: true });
        return record.id!;
      }),
    );
  });
  after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const idOf = (object: string, developerName: string): string =>
    app.org.transaction(app.org.administrator, (tx) => {
      const soql = `SELECT Id FROM ${object} WHERE DeveloperName = '${developerName}'`;
      return app.org.query.run(tx, soql, { mode: 'system', sharing: false }).records[0].id!;
    });

  it('a report shows its chart, its groups and its rows, and can be filtered, regrouped and saved', async () => {
    const page = await app.open('/lightning/o/Report/home');
    await page
      .getByRole('row', { name: /Yields/ })
      .first()
      .waitFor();
    await page.goto(`${app.url}/lightning/r/Report/${idOf('Report', 'By_Orchard')}/view`);
    await page.getByText('Total Records: 5').waitFor();
    await page.getByText('What each orchard has borne.').waitFor();
    await page.locator('shell-report-chart svg').waitFor();
    assert.deepEqual(await page.locator('tr.group th').allInnerTexts(), ['Brook', 'Dale']);
    assert.deepEqual(await page.locator('tr.total td').allInnerTexts(), ['', '', '46.00', '5']);
    await page.getByRole('button', { name: 'Collapse Brook' }).click();
    assert.equal(await page.locator('tr.detail').count(), 2);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('combobox', { name: 'Add group' }).click();
    await page.getByRole('option', { name: 'Orchards: Orchard: Name' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Remove the group/ }).click();
    await page.locator('tr.group').first().waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Filter by' }).click();
    await page.getByRole('option', { name: /Orchard: Name/ }).click();
    await page.getByLabel('Value').fill('Dale');
    await page.getByRole('button', { name: 'Add Filter' }).click();
    await page.getByText('Total Records: 2').waitFor();
    await page.getByRole('button', { name: 'Save As' }).click();
    await page.getByLabel('Report Name').fill('Dale alone');
    await page.locator('.naming').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Dale alone', exact: true }).waitFor();
    await page.reload();
    await page.getByText('Total Records: 2').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.close();
  });

  it('groups are ordered by a sum and stand across, and filters are joined by a logic', async () => {
    const page = await app.open(`/lightning/r/Report/${idOf('Report', 'By_Orchard')}/view`);
    await page.getByRole('button', { name: 'Edit' }).click();
    const panel = page.getByRole('region', { name: 'Edit Report' });
    const choose = async (label: string, option: string | RegExp) => {
      await panel.getByRole('combobox', { name: label, exact: true }).click();
      await page.getByRole('option', { name: option }).first().click();
    };
    await choose('Order of Orchard: Name', 'Sum of Weight ↑');
    await page.locator('tr.group').first().getByText('Dale').waitFor();
    assert.deepEqual(await page.locator('tr.group th').allInnerTexts(), ['Dale', 'Brook']);
    await panel.getByRole('button', { name: 'Remove the group Orchard: Name' }).click();
    await page.locator('tr.group').first().waitFor({ state: 'detached' });
    await choose('Group across by', /Orchard: Name/);
    await page.locator('th.across', { hasText: 'Dale' }).waitFor();
    await panel.getByRole('button', { name: 'Remove the group Orchard: Name' }).waitFor();
    assert.deepEqual(await page.locator('th.across').allInnerTexts(), ['Brook', 'Dale', 'Total']);
    await panel.getByRole('tab', { name: 'Filters' }).click();
    for (const name of ['Dale', 'Brook']) {
      await choose('Filter by', /Orchard: Name/);
      await panel.getByLabel('Value').fill(name);
      await panel.getByRole('button', { name: 'Add Filter' }).click();
      await panel
        .getByRole('listitem')
        .filter({ hasText: `Orchard: Name equals ${name}` })
        .waitFor();
    }
    await page.getByText('Total Records: 0').waitFor();
    const logic = panel.getByLabel('Filter Logic');
    await logic.fill('1 OR 7');
    await page.keyboard.press('Enter');
    await page.getByText(/The filter logic 1 OR 7 cannot be used for 2 filters/).waitFor();
    await logic.fill('1 OR 2');
    await page.keyboard.press('Enter');
    await page.getByText('Total Records: 5').waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.setViewportSize({ width: 390, height: 900 });
    assert.equal(await scrollsSideways(page), false);
    await page.close();
  });

  it('a report gets a bucket, formulas, a chart and dates of its own, and keeps what is refused to be mended', async () => {
    const page = await app.open(`/lightning/r/Report/${idOf('Report', 'Weights')}/view`);
    await page.getByText('Total Records: 5').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    const panel = page.getByRole('region', { name: 'Edit Report' });
    const choose = async (label: string, option: string | RegExp) => {
      await panel.getByRole('combobox', { name: label, exact: true }).click();
      await page.getByRole('option', { name: option }).first().click();
    };
    await panel.getByRole('button', { name: 'Add Bucket' }).click();
    await panel.getByLabel('Bucket Name').fill('Size');
    await choose('Field to bucket', 'Harvests: Weight');
    await panel.getByLabel('Bucket 1', { exact: true }).fill('Light');
    await panel.getByLabel('Up to, bucket 1').fill('8');
    await panel.getByLabel('Bucket 2', { exact: true }).fill('Heavy');
    assert.deepEqual(await accessibilityProblems(page), []);
    await panel.getByRole('button', { name: 'Save Bucket' }).click();
    await panel.getByRole('button', { name: 'Remove the bucket Size' }).waitFor();
    await choose('Add group', 'Buckets: Size');
    await page.locator('tr.group').first().getByText('Heavy').waitFor();
    assert.deepEqual(await page.locator('tr.group th').allInnerTexts(), ['Heavy', 'Light']);

    const formula = panel.getByRole('textbox', { name: /Formula$/ });
    await panel.getByRole('button', { name: 'Add Formula' }).click();
    await panel.getByLabel('Column Name').fill('Half');
    await formula.fill('2 *');
    await panel.getByRole('button', { name: 'Save Formula' }).click();
    await page.getByText(/The row formula Half cannot be used/).waitFor();
    await formula.fill('0.5 *');
    await choose('Insert a field', 'Harvests: Weight');
    await panel.getByRole('button', { name: 'Save Formula' }).click();
    await panel.getByRole('button', { name: 'Edit the formula Half' }).waitFor();
    await page.locator('tr.detail td', { hasText: '10.00' }).first().waitFor();
    await panel.getByRole('button', { name: 'Add Formula' }).click();
    await choose('Formula of', /^Summary/);
    await panel.getByLabel('Column Name').fill('Each');
    await choose('Insert a field', 'Sum of Harvests: Weight');
    await formula.pressSequentially(' / RowCount');
    await panel.getByRole('button', { name: 'Save Formula' }).click();
    await page.locator('tr.total td', { hasText: '9.20' }).waitFor();

    await panel.getByRole('tab', { name: 'Chart' }).click();
    await choose('Chart Type', 'Donut');
    await page.locator('shell-report-chart svg').waitFor();
    await choose('Value', 'Each');
    await panel.getByRole('tab', { name: 'Filters' }).click();
    await choose('Date Field', 'Harvests: Day');
    await panel.getByLabel('From').fill('Jan 1, 2026');
    await page.keyboard.press('Enter');
    await page.getByText('Total Records: 4').waitFor();
    await choose('Filter by', 'Buckets: Size');
    await panel.getByText('Light', { exact: true }).click();
    await panel.getByRole('button', { name: 'Add Filter' }).click();
    await page.getByText('Total Records: 2').waitFor();
    await panel.getByRole('button', { name: 'Change the filter 1. Size equals Light' }).click();
    await choose('Operator', 'not equal to');
    await panel.getByRole('button', { name: 'Change Filter' }).click();
    await panel.getByText('1. Size not equal to Light', { exact: true }).waitFor();
    assert.deepEqual(await page.locator('tr.group th').allInnerTexts(), ['Heavy']);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('button', { name: 'Save As' }).click();
    await page.getByLabel('Report Name').fill('Heavy ones');
    await page.locator('.naming').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Heavy ones', exact: true }).waitFor();
    await page.locator('shell-report-chart svg').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    await panel.getByRole('button', { name: 'Remove the bucket Size' }).click();
    await page.getByText('Total Records: 4').waitFor();
    await page.locator('tr.group').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog', { name: 'Delete' }).getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('alertdialog', { name: 'Delete' }).waitFor({ state: 'detached' });
    await page.getByText('Total Records: 4').waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('shell-global-header').isVisible(), false, 'what is printed is the report alone');
    assert.equal(await panel.isVisible(), false);
    await page.close();
  });

  it('a report is exported as it is shown, and a joined one shows the rows of its blocks beside each other', async () => {
    const page = await app.open(`/lightning/r/Report/${idOf('Report', 'Sides')}/view`);
    await page.getByText('Total Records: 5').waitFor();
    const heads = await page.locator('thead th').allInnerTexts();
    assert.deepEqual(heads.slice(0, 4), ['Orchard: Name', 'Apples', 'Others', 'Across']);
    const lines = async () =>
      (await page.locator('tbody tr').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' ').trim());
    assert.deepEqual(await lines(), [
      'Brook 30.50 2 5.25 1 25.25',
      '10.50 5.25',
      '20.00',
      'Dale 2.25 1 8.00 1 -5.75',
      '2.25 8.00',
      'Total 32.75 3 13.25 2 19.50',
    ]);
    assert.deepEqual(await accessibilityProblems(page), []);
    const exported = async () => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Export' }).click(),
      ]);
      return readFileSync(await file.path(), 'utf8').split('\r\n');
    };
    assert.deepEqual((await exported()).slice(-1), ['"Total","","32.75","3","","13.25","2","19.50"']);
    await page.getByText('Detail Rows').click();
    await page.locator('tr.detail').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Save As' }).click();
    await page.locator('.naming').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Copy of Sides', exact: true }).waitFor();
    await page.goto(`${app.url}/lightning/r/Report/${idOf('Report', 'By_Orchard')}/view`);
    await page.getByText('Total Records: 5').waitFor();
    assert.deepEqual((await exported()).slice(-1), ['"Total","","","46.00","5"']);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto(`${app.url}/lightning/r/Report/${idOf('Report', 'Sides')}/view`);
    await page.getByText('Total Records: 5').waitFor();
    assert.equal(await scrollsSideways(page), false);
    await page.close();
  });

  it('a dashboard shows its components, filters them and leads to the filtered report', async () => {
    const path = `/lightning/r/Dashboard/${idOf('Dashboard', 'Harvest')}/view`;
    const page = await app.open(path);
    await page.locator('shell-dashboard-tile .metric .number', { hasText: '46.00' }).waitFor();
    await page.locator('shell-report-chart svg').waitFor();
    await page.getByText(/has no column .*Colour__c/).waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.getByRole('combobox', { name: 'Valley' }).click();
    await page.getByRole('option', { name: 'South' }).click();
    await page.locator('shell-dashboard-tile .metric .number', { hasText: '10.25' }).waitFor();
    await page.getByRole('link', { name: 'View Report: Yield' }).first().click();
    await page.getByText('Total Records: 2').waitFor();
    await page.close();
    const phone = await app.open(path, { width: 390 });
    await phone.locator('shell-report-chart svg').waitFor();
    assert.equal(await scrollsSideways(phone), false);
    await phone.close();
  });

  it('a Lightning page shows a dashboard, with its filters, and says which it cannot show', async () => {
    const page = await app.open('/lightning/n/Overview');
    const dashboard = page.getByRole('region', { name: 'Harvest' });
    await dashboard.locator('shell-dashboard-tile .metric .number', { hasText: '46.00' }).waitFor();
    await page.getByText('You have no access to the dashboard Nowhere, or there is none.').waitFor();
    assert.equal(await page.getByText('Nothing').count(), 0);
    assert.deepEqual(await accessibilityProblems(page), []);
    await dashboard.getByRole('combobox', { name: 'Valley' }).click();
    await dashboard.getByRole('option', { name: 'South' }).click();
    await dashboard.locator('shell-dashboard-tile .metric .number', { hasText: '10.25' }).waitFor();
    await dashboard.getByRole('link', { name: 'Harvest' }).click();
    await page.getByRole('combobox', { name: 'Valley' }).getByText('South').waitFor();
    await page.close();
  });

  it('a Lightning page shows the chart of a report with its table, and says which it cannot show', async () => {
    const page = await app.open('/lightning/n/Overview');
    const chart = page.getByRole('region', { name: 'Weight', exact: true }).first();
    await chart.locator('svg').waitFor();
    await chart.getByText('Show as table').click();
    assert.deepEqual(await chart.locator('tbody tr').allInnerTexts(), ['Brook\t35.75', 'Dale\t10.25']);
    await page.getByText('The report Yield has no chart.').waitFor();
    await page.getByText('You have no access to the report Nowhere, or there is none.').waitFor();
    await page.getByText(/Not supported: filterBy of report charts/).waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.setViewportSize({ width: 390, height: 900 });
    assert.equal(await scrollsSideways(page), false);
    await chart.getByRole('link', { name: 'View Report' }).click();
    await page.getByText('Total Records: 5').waitFor();
    await page.close();
  });

  it('a report is subscribed to by email, with conditions, and unsubscribed from', async () => {
    const page = await app.open(`/lightning/r/Report/${idOf('Report', 'By_Orchard')}/view`);
    await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Subscribe' });
    await dialog.getByText('Weekly', { exact: true }).click();
    await dialog.getByText('Friday', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Add Condition' }).click();
    await dialog.getByRole('spinbutton', { name: 'Value' }).fill('40');
    await dialog.getByText(/weekly on Monday, Friday at 8:00/).waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit Subscription' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(`${app.url}/lightning/o/Report/home`);
    await page.getByRole('row', { name: /Yields Yes/ }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Edit Subscription' }).click();
    const edit = page.getByRole('dialog', { name: 'Edit Subscription' });
    assert.equal(await edit.getByRole('spinbutton', { name: 'Value' }).inputValue(), '40');
    assert.equal(await edit.getByRole('checkbox', { name: 'Friday' }).isChecked(), true);
    await edit.getByRole('button', { name: 'Unsubscribe' }).click();
    await page.getByRole('button', { name: 'Subscribe', exact: true }).waitFor();
  });

  it('a dashboard is made in the browser: components are added, changed, moved and removed', async () => {
    const page = await app.open('/lightning/o/Dashboard/home');
    await page.getByRole('button', { name: 'New Dashboard' }).click();
    const panel = page.getByRole('region', { name: 'Edit Dashboard' });
    const choose = async (label: string, option: string | RegExp) => {
      await panel.getByRole('combobox', { name: label, exact: true }).click();
      await page.getByRole('option', { name: option }).first().click();
    };
    await panel.getByRole('textbox', { name: 'Dashboard Name' }).fill('My orchards');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'My orchards' }).waitFor();
    await choose('Add from report', /^Yield \(Yields\)/);
    const tiles = page.locator('shell-dashboard-tile');
    await tiles.first().waitFor();
    await panel.getByRole('textbox', { name: 'Title' }).fill('All the weight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'All the weight' }).waitFor();
    await choose('Display As', 'Metric');
    await tiles.first().locator('.number').waitFor();
    await choose('Colors by Size', /High is good/);
    await panel.getByText('Say from where a number is in the middle').waitFor();
    await panel.getByRole('spinbutton', { name: 'Middle From' }).fill('20');
    await panel.getByRole('spinbutton', { name: 'High From' }).fill('50');
    await page.keyboard.press('Enter');
    await tiles.first().locator('.number[style*="#FBE0A6"]', { hasText: '46.00' }).waitFor();
    await choose('Add from report', /^Yield \(Yields\)/);
    await tiles.nth(1).waitFor();
    await choose('Filter by Field', 'Orchard: Name');
    await panel.getByRole('textbox', { name: 'Values, Separated by Commas' }).fill('Dale, Brook');
    await panel.getByRole('button', { name: 'Add Dashboard Filter' }).click();
    await page.getByRole('combobox', { name: 'Orchard: Name' }).click();
    await page.getByRole('option', { name: 'Dale' }).click();
    await tiles.first().locator('.number', { hasText: '10.25' }).waitFor();
    await panel.getByRole('button', { name: 'Remove the filter Orchard: Name' }).click();
    await tiles.first().locator('.number', { hasText: '46.00' }).waitFor();
    await panel.getByRole('button', { name: 'Move Before' }).click();
    await tiles.nth(1).getByRole('heading', { name: 'All the weight' }).waitFor();
    assert.deepEqual(await accessibilityProblems(page), []);
    await panel.getByRole('button', { name: 'Remove' }).click();
    await tiles.nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Done' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'All the weight' }).waitFor();
    assert.equal(await tiles.count(), 1);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    assert.equal(await scrollsSideways(page), false);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog', { name: 'Delete' }).getByRole('button', { name: 'OK' }).click();
    await page.getByRole('button', { name: 'New Dashboard' }).waitFor();
    assert.equal(await page.getByRole('row', { name: /My orchards/ }).count(), 0);
  });
});
