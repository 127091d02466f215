import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { FixedClock } from '../async/clock.ts';
import { lookup, master, objectFiles, picklist, rollUp } from '../automation/test-support/metadata.ts';
import type { DmlOptions } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import { projectOf } from '../project/load.ts';
import { SObject } from '../schema/sobject.ts';
import { Decimal, type FieldValue } from '../schema/values/index.ts';
import { Org, type OrgOptions } from './org.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'org-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const apexMeta = (type: string) => `<${type}><apiVersion>66.0</apiVersion><status>Active</status></${type}>`;

const flow = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>66.0</apiVersion><label>Name orders</label><processType>AutoLaunchedFlow</processType><status>Active</status>
  <assignments><name>Set_Note</name><label>Set note</label><locationX>0</locationX><locationY>0</locationY>
    <assignmentItems><assignToReference>$Record.Note__c</assignToReference><operator>Assign</operator>
      <value><stringValue>by flow</stringValue></value></assignmentItems></assignments>
  <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Set_Note</targetReference></connector>
    <object>Parcel__c</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordBeforeSave</triggerType></start>
</Flow>`;

const files: Record<string, string> = {
  ...objectFiles('Parcel__c', {
    definition: '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel>',
    fields: {
      Note__c: { type: 'Text', length: 40 },
      State__c: picklist(['Open', 'Sent']),
      Weight__c: rollUp('sum', 'Parcel_Item__c.Parcel__c', 'Weight__c'),
      Account__c: lookup('Account', 'Parcels'),
    },
    rules: { Not_Empty: { condition: 'AND(ISPICKVAL(State__c, "Sent"), Weight__c = 0)', message: 'Nothing to send' } },
  }),
  ...objectFiles('Parcel_Item__c', {
    definition:
      '<nameField><label>Name</label><type>Text</type></nameField><sharingModel>ControlledByParent</sharingModel>',
    fields: { Parcel__c: master('Parcel__c', 'Items'), Weight__c: { type: 'Number', precision: 8, scale: 2 } },
  }),
  ...objectFiles('Parcel_Event__e', {}),
  'objects/Parcel_Event__e/Parcel_Event__e.object-meta.xml':
    '<CustomObject><label>Parcel Event</label><pluralLabel>Parcel Events</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>',
  'objects/Parcel_Event__e/fields/Name__c.field-meta.xml':
    '<CustomField><fullName>Name__c</fullName><label>Name</label><length>80</length><type>Text</type></CustomField>',
  'flows/Parcel_Before.flow-meta.xml': flow,
  'classes/ParcelJob.cls': `public class ParcelJob implements Queueable {
    private String name;
    public ParcelJob(String name) { this.name = name; }
    public void execute(QueueableContext context) {
      if (name == 'Broken') throw new IllegalArgumentException('It is broken');
      insert new Account(Name = 'Queued ' + name);
    }
  }`,
  'classes/ParcelBatch.cls': `public class ParcelBatch implements Database.Batchable<SObject>, Database.Stateful {
    private Integer seen = 0;
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator('SELECT Id, Name FROM Account WHERE Name LIKE \\'Batch%\\' ORDER BY Name');
    }
    public void execute(Database.BatchableContext context, List<Account> scope) {
      for (Account account : scope) {
        if (account.Name == 'Batch 3') throw new IllegalArgumentException('Not this one');
        account.Site = 'seen';
        seen++;
      }
      update scope;
    }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'Finished ' + seen); }
  }`,
  'classes/ParcelSchedule.cls': `public class ParcelSchedule implements Schedulable {
    public void execute(SchedulableContext context) { insert new Account(Name = 'Scheduled'); }
  }`,
  'triggers/ParcelTrigger.trigger': `trigger ParcelTrigger on Parcel__c (before insert, after update) {
    for (Parcel__c parcel : Trigger.new) {
      if (Trigger.isBefore) {
        if (parcel.Name == 'Forbidden') parcel.addError('No such parcel');
        if (parcel.Name == 'Crash') { String nothing; nothing.length(); }
        parcel.Name = parcel.Name + '!';
      } else if (parcel.State__c == 'Sent') {
        System.enqueueJob(new ParcelJob(parcel.Name));
        EventBus.publish(new Parcel_Event__e(Name__c = parcel.Name));
      }
    }
  }`,
  'triggers/ParcelEventTrigger.trigger': `trigger ParcelEventTrigger on Parcel_Event__e (after insert) {
    for (Parcel_Event__e event : Trigger.new) insert new Account(Name = 'Heard ' + event.Name__c);
  }`,
};
for (const name of ['ParcelJob', 'ParcelBatch', 'ParcelSchedule'])
  files[`classes/${name}.cls-meta.xml`] = apexMeta('ApexClass');
for (const name of ['ParcelTrigger', 'ParcelEventTrigger'])
  files[`triggers/${name}.trigger-meta.xml`] = apexMeta('ApexTrigger');

function open(options: Partial<OrgOptions> = {}): Org {
  return Org.open({ projectRoots: [], project: projectOf(files), database: ':memory:', ...options });
}

const fromBrowser = { loginType: 'Application', application: 'Browser', sourceIp: '127.0.0.1' } as const;
const asUser: DmlOptions = { mode: 'user', sharing: true, allOrNone: true };

function run<T>(org: Org, fn: (tx: Transaction) => T): T {
  return org.transaction(org.administrator, fn);
}

function insert(org: Org, object: string, values: Readonly<Record<string, FieldValue>>): string {
  const record = new SObject(org.schema.require(object), Object.entries(values));
  return run(org, (tx) => org.dml.insert(tx, [record], asUser)[0].id!);
}

function update(org: Org, object: string, values: Readonly<Record<string, FieldValue>>): void {
  const record = new SObject(org.schema.require(object), Object.entries(values));
  run(org, (tx) => org.dml.update(tx, [record], asUser));
}

/** The first column of a query. */
function query(org: Org, soql: string): unknown[] {
  const { records, shape } = run(org, (tx) => org.query.run(tx, soql, { mode: 'user', sharing: true }));
  return records.map((record) => {
    const value = record.get(shape.names[0]);
    return value instanceof Decimal ? value.toNumber() : value;
  });
}

describe('an org on a project', () => {
  test('opens without problems, with an administrator, profiles and the standard price book', () => {
    const org = open();
    assert.deepEqual(org.report.problems, []);
    assert.deepEqual(query(org, "SELECT Name FROM Profile WHERE Name = 'System Administrator'"), [
      'System Administrator',
    ]);
    assert.deepEqual(query(org, 'SELECT Name FROM Pricebook2 WHERE IsStandard = true'), ['Standard Price Book']);
    assert.deepEqual(query(org, 'SELECT COUNT() FROM OpportunityStage').length, 0);
    assert.equal(query(org, 'SELECT ApiName FROM OpportunityStage').length, 10);
    assert.equal(org.name, 'Local Org');
    org.close();
  });

  test('flow, trigger, roll-up and rule take part in a save, and a query sees what they did', () => {
    const org = open();
    const parcel = insert(org, 'Parcel__c', { Name: 'Books' });
    assert.deepEqual(query(org, "SELECT Note__c FROM Parcel__c WHERE Name = 'Books!'"), ['by flow']);
    assert.throws(() => update(org, 'Parcel__c', { Id: parcel, State__c: 'Sent' }), {
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: /Nothing to send/,
    });
    insert(org, 'Parcel_Item__c', { Parcel__c: parcel, Weight__c: Decimal.parse('2.50') });
    assert.deepEqual(query(org, 'SELECT Weight__c FROM Parcel__c'), [2.5]);
    update(org, 'Parcel__c', { Id: parcel, State__c: 'Sent' });
    assert.deepEqual(query(org, 'SELECT Name FROM Account'), []);
    org.drainAsync();
    assert.deepEqual(query(org, 'SELECT Name FROM Account ORDER BY Name'), ['Heard Books!', 'Queued Books!']);
    assert.deepEqual(query(org, "SELECT Status FROM AsyncApexJob WHERE JobType = 'Queueable'"), ['Completed']);
    org.close();
  });

  test('errors of triggers carry the words of the platform', () => {
    const org = open();
    assert.throws(() => insert(org, 'Parcel__c', { Name: 'Forbidden' }), {
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: /No such parcel/,
    });
    assert.throws(() => insert(org, 'Parcel__c', { Name: 'Crash' }), {
      code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      message:
        /ParcelTrigger: execution of BeforeInsert\s+caused by: System.NullPointerException: Attempt to de-reference a null object\s+Trigger.ParcelTrigger: line 5/,
    });
    assert.deepEqual(query(org, 'SELECT Id FROM Parcel__c'), []);
    org.close();
  });

  test('a failed job says why', () => {
    const failed: string[] = [];
    const org = open({ onJobFailed: (label) => failed.push(label) });
    run(org, (tx) => org.apex.executeAnonymous(tx, "System.enqueueJob(new ParcelJob('Broken'));"));
    org.drainAsync();
    assert.deepEqual(query(org, 'SELECT ExtendedStatus FROM AsyncApexJob'), ['It is broken']);
    assert.deepEqual(failed, ['ParcelJob']);
    org.close();
  });

  test('a batch goes on after a scope that failed, and keeps its state', () => {
    const org = open();
    for (let index = 1; index <= 5; index++) insert(org, 'Account', { Name: `Batch ${index}` });
    run(org, (tx) => org.apex.executeAnonymous(tx, 'Database.executeBatch(new ParcelBatch(), 2);'));
    assert.equal(org.drainAsync(), 5);
    assert.deepEqual(query(org, "SELECT Name FROM Account WHERE Site = 'seen' ORDER BY Name"), [
      'Batch 1',
      'Batch 2',
      'Batch 5',
    ]);
    assert.deepEqual(query(org, "SELECT Name FROM Account WHERE Name LIKE 'Finished%'"), ['Finished 3']);
    const job = "FROM AsyncApexJob WHERE JobType = 'BatchApex'";
    assert.deepEqual(query(org, `SELECT TotalJobItems ${job}`), [3]);
    assert.deepEqual(query(org, `SELECT NumberOfErrors ${job}`), [1]);
    assert.deepEqual(query(org, `SELECT Status ${job}`), ['Completed']);
    org.close();
  });

  test('a schedule fires when the clock gets there, again and again until it is aborted', () => {
    const clock = new FixedClock(Date.parse('2026-05-01T00:00:00Z'));
    const org = open({ clock, newOrg: { timeZone: 'UTC' } });
    const anonymous = (source: string) => run(org, (tx) => org.apex.executeAnonymous(tx, source));
    anonymous("System.schedule('Nightly', '0 0 3 * * ?', new ParcelSchedule());");
    assert.equal(org.drainAsync(), 0);
    for (let day = 0; day < 2; day++) {
      clock.advance(86_400_000);
      org.drainAsync();
    }
    assert.equal(query(org, "SELECT Id FROM Account WHERE Name = 'Scheduled'").length, 2);
    assert.deepEqual(query(org, 'SELECT TimesTriggered FROM CronTrigger'), [2]);
    const again = anonymous("System.schedule('Nightly', '0 0 4 * * ?', new ParcelSchedule());");
    assert.match(again.exceptionMessage ?? '', /The Apex job named "Nightly" is already scheduled for execution/);
    anonymous('System.abortJob([SELECT Id FROM CronTrigger].Id);');
    clock.advance(86_400_000);
    assert.equal(org.drainAsync(), 0);
    org.close();
  });

  test('work that asked for a job and failed leaves none', () => {
    const org = open();
    const result = run(org, (tx) =>
      org.apex.executeAnonymous(tx, "System.enqueueJob(new ParcelJob('A')); Integer i = 1 / 0;"),
    );
    assert.equal(result.success, false);
    org.drainAsync();
    assert.deepEqual(query(org, 'SELECT Id FROM AsyncApexJob'), []);
    org.close();
  });
});

describe('a database that is kept', () => {
  test('records, passwords and waiting jobs are there again; set-up runs once', () => {
    const database = path.join(folder, 'kept.sqlite');
    const first = open({ database, newOrg: { name: 'Kept', adminUsername: 'Ada@Example.com' } });
    first.setPassword(first.administrator.id, 'secret word');
    insert(first, 'Account', { Name: 'Stays' });
    run(first, (tx) => first.apex.executeAnonymous(tx, "System.enqueueJob(new ParcelJob('Later'));"));
    first.close();

    const phases: string[] = [];
    const second = open({ database, onPhase: ({ name }) => phases.push(name) });
    assert.ok(!phases.includes('Deploy metadata'));
    assert.equal(second.name, 'Kept');
    assert.equal(second.authenticate('ada@example.com', 'secret word', fromBrowser).id, second.administrator.id);
    assert.equal(second.drainAsync(), 1);
    assert.deepEqual(query(second, 'SELECT Name FROM Account ORDER BY Name'), ['Queued Later', 'Stays']);
    second.close();
  });

  test('a changed project is deployed onto it, and roll-ups that are new are computed', () => {
    const database = path.join(folder, 'changed.sqlite');
    const first = open({ database });
    const parcel = insert(first, 'Parcel__c', { Name: 'Books' });
    insert(first, 'Parcel_Item__c', { Parcel__c: parcel, Weight__c: Decimal.of(3) });
    first.close();
    const added = objectFiles('Parcel__c', { fields: { Items__c: rollUp('count', 'Parcel_Item__c.Parcel__c') } });
    const field = 'objects/Parcel__c/fields/Items__c.field-meta.xml';
    const second = open({ database, project: projectOf({ ...files, [field]: added[field] }) });
    assert.deepEqual(query(second, 'SELECT Items__c FROM Parcel__c'), [1]);
    second.close();
  });

  test('a second process is told that the database is in use', () => {
    const database = path.join(folder, 'locked.sqlite');
    const first = open({ database });
    assert.throws(() => open({ database }), { code: 'DATABASE_IN_USE' });
    first.close();
  });

  test('a file that is no database of a local org is left alone', () => {
    const database = path.join(folder, 'other.sqlite');
    writeFileSync(database, 'not a database at all, but long enough to be looked at'.repeat(40));
    assert.throws(() => open({ database }), { code: 'DATABASE_UNREADABLE' });
  });
});

describe('log-in', () => {
  test('wrong names and passwords fail alike, and repeated failures lock the user out for a while', () => {
    const clock = new FixedClock(Date.parse('2026-05-01T00:00:00Z'));
    const org = open({ clock });
    org.setPassword(org.administrator.id, 'right');
    const invalid = {
      code: 'INVALID_LOGIN',
      message: 'Invalid username, password, security token; or user locked out.',
    };
    assert.throws(() => org.authenticate('nobody@example.com', 'right', fromBrowser), invalid);
    for (let attempt = 0; attempt < 10; attempt++) {
      assert.throws(() => org.authenticate('admin@example.com', 'wrong', fromBrowser), invalid);
    }
    assert.throws(() => org.authenticate('admin@example.com', 'right', fromBrowser), invalid);
    clock.advance(15 * 60_000);
    assert.equal(org.authenticate('ADMIN@example.com', 'right', fromBrowser).id, org.administrator.id);
    assert.deepEqual(query(org, 'SELECT Status, COUNT(Id) FROM LoginHistory GROUP BY Status ORDER BY Status'), [
      'Invalid Password',
      'Success',
      'User locked out',
    ]);
    const lastLogin = 'SELECT LastLoginDate FROM User WHERE Id IN (SELECT UserId FROM LoginHistory)';
    assert.equal(String(query(org, lastLogin)[0]), '2026-05-01T00:15:00.000+0000');
    org.close();
  });
});
