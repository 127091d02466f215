import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startApp, type RunningApp } from './testing/app.ts';
import { FIXTURE_PROJECT } from './testing/fixture-org.ts';

describe('components of the project', () => {
  let app: RunningApp;
  const folder = mkdtempSync(join(tmpdir(), 'lightning-components-'));
  const write = (path: string, text: string): void =>
    writeFileSync(join(folder, 'force-app/main/default/lwc', path), text);
  before(async () => {
    cpSync(FIXTURE_PROJECT, folder, { recursive: true });
    write('expeditionPanel/expeditionPanel.js', `throw new Error('the script beside the TypeScript was used');`);
    app = await startApp([folder]);
  });
  after(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('prefers TypeScript to the script emitted from it', async () => {
    const page = await app.open(`/lightning/r/Expedition__c/${app.ids.everest}/view`);
    await page.getByRole('heading', { name: 'Outlook: North Face' }).waitFor();
    await page.close();
  });

  it('shows an edited component without a restart', async () => {
    const page = await app.open('/lightning/page/home');
    await page.getByText('Where to next?').waitFor();
    write('greeting/greeting.html', '<template><p>Edited {welcome}</p></template>');
    await page.getByText('Edited Where to next?').waitFor();
    await page.close();
  });

  it('shows compile errors with file and line, and goes on with the other components', async () => {
    write('greeting/greeting.html', '<template>\n  <p if:true={oops>x</p>\n</template>');
    const page = await app.open('/lightning/page/home');
    await page
      .locator('shell-compile-overlay')
      .getByText(/greeting\.html:2:\d+/)
      .waitFor();
    await page.getByRole('heading', { name: 'All Expeditions' }).waitFor();
    write('greeting/greeting.html', '<template><p>Mended</p></template>');
    await page.getByText('Mended').waitFor();
    assert.equal(await page.locator('shell-compile-overlay section').count(), 0);
    await page.close();
  });

  it('refuses references to what is not there, at the line of the import', async () => {
    write(
      'greeting/greeting.js',
      [
        `import { LightningElement } from 'lwc';`,
        `import nothing from '@salesforce/label/c.Nothing';`,
        `export default class Greeting extends LightningElement { nothing = nothing; }`,
      ].join('\n'),
    );
    const page = await app.open('/lightning/page/home');
    await page
      .locator('shell-compile-overlay')
      .getByText(/greeting\.js:2:\d+/)
      .waitFor();
    await page.locator('shell-compile-overlay').getByText('Invalid reference c.Nothing of type label').waitFor();
    await page.close();
  });

  it('says which module of the platform is not built', async () => {
    write(
      'greeting/greeting.js',
      [
        `import { LightningElement } from 'lwc';`,
        `import { gql } from 'lightning/graphql';`,
        'const query = gql`query { uiapi { query { Account { edges { node { Id } } } } } }`;',
        `export default class Greeting extends LightningElement { query = query; }`,
      ].join('\n'),
    );
    const page = await app.open('/lightning/page/home');
    await page.getByText('Not supported: the module lightning/graphql').first().waitFor();
    await page.close();
  });

  it('shows what a component throws in its place', async () => {
    write(
      'greeting/greeting.js',
      [
        `import { LightningElement } from 'lwc';`,
        `export default class Greeting extends LightningElement {`,
        `  connectedCallback() { throw new Error('The map is upside down.'); }`,
        `}`,
      ].join('\n'),
    );
    const page = await app.open('/lightning/page/home');
    await page.getByText(/The component c\/greeting failed: The map is upside down\./).waitFor();
    await page.getByRole('heading', { name: 'All Expeditions' }).waitFor();
    await page.close();
  });
});
