import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accessibilityProblems, startApp, type RunningApp } from './testing/app.ts';

describe('files, emails and Visualforce in the browser', () => {
  let app: RunningApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const apex = (source: string) => {
    const { exceptionMessage } = app.org.transaction(app.org.administrator, (tx) =>
      app.org.apex.executeAnonymous(tx, source),
    );
    assert.equal(exceptionMessage, null);
  };

  it('uploads files to a record, lists, serves and deletes them', async () => {
    const page = await app.open(`/lightning/r/Expedition__c/${app.ids.everest}/view`);
    await page.getByRole('tab', { name: 'Related' }).click();
    const list = page.locator('shell-file-list');
    await list.getByText('Files (0)').waitFor();
    await list.locator('input[type=file]').setInputFiles([
      { name: 'route.txt', mimeType: 'text/plain', buffer: Buffer.from('up and down') },
      { name: 'map.png', mimeType: 'image/png', buffer: Buffer.from('89504e47', 'hex') },
    ]);
    await list.getByText('Uploaded').first().waitFor();
    await list.getByText('Files (2)').waitFor();
    const link = list.getByRole('link', { name: 'Download route' });
    const response = await page.request.get(`${app.url}${await link.getAttribute('href')}`);
    assert.equal(await response.text(), 'up and down');
    assert.match(response.headers()['content-disposition'] ?? '', /^attachment; filename\*=UTF-8''route\.txt$/);
    const preview = await page.request.get(
      `${app.url}${await list.getByRole('link', { name: 'route.txt' }).getAttribute('href')}`,
    );
    assert.match(preview.headers()['content-disposition'] ?? '', /^inline/);
    assert.deepEqual(await accessibilityProblems(page), []);
    await list.getByRole('button', { name: 'Delete map' }).click();
    await page.getByText('Are you sure you want to delete this file?').waitFor();
    await page.getByRole('button', { name: 'OK' }).last().click();
    await list.getByText('Files (1)').waitFor();
    await page.close();
  });

  it('shows sent emails with their files, apart from the app', async () => {
    apex(`Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
      m.setToAddresses(new List<String>{ 'guide@example.com' }); m.setSubject('Weather');
      m.setHtmlBody('<p id="note">Snow</p><script>parent.document.title = "run"</script>');
      Messaging.EmailFileAttachment f = new Messaging.EmailFileAttachment(); f.setFileName('a.txt'); f.setBody(Blob.valueOf('clouds'));
      m.setFileAttachments(new List<Messaging.EmailFileAttachment>{ f });
      Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m });`);
    const page = await app.open('/lightning/setup/SentEmail/home');
    await page.getByRole('link', { name: 'Weather' }).click();
    await page.getByRole('heading', { name: 'Weather' }).waitFor();
    await page.getByText('guide@example.com').waitFor();
    await page.frameLocator('iframe').getByText('Snow').waitFor();
    assert.notEqual(await page.title(), 'run');
    const file = page.getByRole('link', { name: 'a.txt (6 B)' });
    const response = await page.request.get(`${app.url}${await file.getAttribute('href')}`);
    assert.equal(await response.text(), 'clouds');
    // axe cannot look into a frame in which nothing may run.
    await page.locator('iframe').evaluate((frame: { remove(): void }) => frame.remove());
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.close();
  });

  it('serves Visualforce pages to who is logged in', async () => {
    const page = await app.open(`/apex/Ticket?id=${app.ids.everest}`);
    await page.getByRole('heading', { name: 'Ticket for North Face' }).waitFor();
    const missing = await page.goto(`${app.url}/apex/Nothing`);
    assert.equal(missing?.status(), 404);
    const visitor = await app.browser.newPage();
    await visitor.goto(`${app.url}/apex/Ticket?id=${app.ids.everest}`);
    await visitor.getByLabel('Username').waitFor();
    await visitor.close();
    await page.close();
  });
});
