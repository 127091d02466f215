import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { type RunningOrg, startOrg } from './start.ts';
import { ProjectFolder } from './test-support/project-folder.ts';

const folders: ProjectFolder[] = [];
after(() => {
  for (const folder of folders) folder.remove();
});

function newProject(): ProjectFolder {
  const project = new ProjectFolder();
  folders.push(project);
  return project;
}

function serve(project: ProjectFolder, report: string[] = [], port = 0): Promise<RunningOrg> {
  return startOrg({
    projects: [project.path],
    dataFolder: path.join(project.path, 'data'),
    port,
    adminPassword: 'open sesame',
    lightning: false,
    report: (text) => void report.push(text),
  });
}

async function logIn(url: string, password = 'open sesame'): Promise<{ access_token?: string; error?: string }> {
  const body = new URLSearchParams({
    grant_type: 'password',
    username: 'admin@example.com',
    password,
    client_id: 'x',
    client_secret: 'y',
  });
  const response = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body });
  return (await response.json()) as { access_token?: string; error?: string };
}

async function query(url: string, soql: string): Promise<Record<string, unknown>[]> {
  const { access_token } = await logIn(url);
  const response = await fetch(`${url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  const { records } = (await response.json()) as { records: Record<string, unknown>[] };
  return records;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not happen');
}

describe('startOrg', () => {
  test('serves on loopback, and again with the data and passwords kept', async () => {
    const project = newProject();
    const first = await serve(project);
    assert.match(first.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${first.url}/services/data`)).status, 200);
    assert.equal((await logIn(first.url, 'wrong')).error, 'invalid_grant');
    const { org } = first;
    org.transaction(org.administrator, (tx) => org.apex.executeAnonymous(tx, "insert new Crate__c(Name = 'Kept');"));
    await first.close();
    const second = await serve(project);
    assert.deepEqual(
      (await query(second.url, 'SELECT Name FROM Crate__c')).map(({ Name }) => Name),
      ['Kept'],
    );
    await second.close();
  });

  test('a port that is taken and a database that is in use are explained, and nothing is left open', async () => {
    const [one, other] = [newProject(), newProject()];
    const running = await serve(one);
    const port = Number(new URL(running.url).port);
    await assert.rejects(serve(other, [], port), { code: 'PORT_IN_USE', message: new RegExp(`Port ${port} is taken`) });
    await assert.rejects(serve(one), { code: 'DATABASE_IN_USE' });
    await running.close();
    await (await serve(other)).close();
  });

  test('deploys files as they change; source that cannot be read leaves the org as it was', async () => {
    const project = newProject();
    const report: string[] = [];
    const running = await serve(project, report);
    const doubled = () => {
      const { org } = running;
      const result = org.transaction(org.administrator, (tx) =>
        org.apex.executeAnonymous(tx, 'System.debug(Crates.doubled(3));'),
      );
      return /\|DEBUG\|(\d+)/.exec(result.debugLog)?.[1];
    };
    assert.equal(doubled(), '6');
    project.write(
      'classes/Crates.cls',
      'public class Crates { public static Integer doubled(Integer size) { return size * 20; } }',
    );
    await until(() => doubled() === '60');
    project.write('objects/Crate__c/fields/Lid__c.field-meta.xml', '<CustomField><broken></CustomField>');
    await until(() => report.some((line) => line.startsWith('Not deployed: ')));
    assert.equal(doubled(), '60');
    project.write(
      'objects/Crate__c/fields/Lid__c.field-meta.xml',
      '<CustomField><fullName>Lid__c</fullName><label>Lid</label><length>20</length><type>Text</type></CustomField>',
    );
    await until(() => running.org.schema.require('Crate__c').field('Lid__c') !== undefined);
    assert.deepEqual(await query(running.url, 'SELECT Lid__c FROM Crate__c'), []);
    await running.close();
  });

  test('jobs run between requests', async () => {
    const project = newProject();
    project.write(
      'classes/CrateJob.cls',
      "public class CrateJob implements Queueable { public void execute(QueueableContext c) { insert new Crate__c(Name = 'By job'); } }",
    );
    const running = await serve(project);
    const { org } = running;
    org.transaction(org.administrator, (tx) => org.apex.executeAnonymous(tx, 'System.enqueueJob(new CrateJob());'));
    await until(async () => (await query(running.url, 'SELECT Name FROM Crate__c')).length === 1);
    await running.close();
  });
});

describe('the start command', () => {
  const main = path.join(import.meta.dirname, 'main.ts');

  /** Answers once the process has said that it is ready. */
  async function launch(project: ProjectFolder): Promise<{ child: ChildProcess; output: () => string }> {
    const args = [main, 'start', project.path, '--port', '0', '--no-lightning', '--password', 'open sesame'];
    const env = { ...process.env, LOCAL_ORG_DATA: path.join(project.path, 'data'), NODE_TEST_CONTEXT: undefined };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await until(() => output.includes('Stop with Ctrl-C'));
    return { child, output: () => output };
  }

  test('says where it is and who can log in, and ends cleanly on Ctrl-C', async () => {
    const project = newProject();
    const { child, output } = await launch(project);
    const url = /Ready at (\S+)/.exec(output())![1];
    assert.match(output(), /Log in as admin@example\.com with the password open sesame/);
    assert.ok((await logIn(url)).access_token);
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  test('a process that is killed in the middle of a save leaves nothing of it, and all that was saved before', async () => {
    const project = newProject();
    project.write(
      'triggers/CrateTrigger.trigger',
      `trigger CrateTrigger on Crate__c (after insert) {
        if (Trigger.new[0].Name == 'Endless') while (Limits.getCpuTime() >= 0) { Crates.doubled(1); }
      }`,
    );
    const { child, output } = await launch(project);
    const url = /Ready at (\S+)/.exec(output())![1];
    const { access_token } = await logIn(url);
    const insert = (name: string) =>
      fetch(`${url}/services/data/v66.0/sobjects/Crate__c`, {
        method: 'POST',
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ Name: name }),
      });
    assert.equal((await insert('Safe')).status, 201);
    const endless = insert('Endless').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await endless;
    const running = await serve(project);
    assert.deepEqual(
      (await query(running.url, 'SELECT Name FROM Crate__c')).map(({ Name }) => Name),
      ['Safe'],
    );
    await running.close();
  });
});
