import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AsyncJob } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { testProject, type TestProject } from '../test-support/program.ts';
import { batchExecute, batchFinish, batchStart, runJob } from './jobs.ts';

/** Runs a static method and gives the jobs that it queued, as they come back from the queue. */
function jobsOf(project: TestProject, className: string, method: string): AsyncJob[] {
  const jobs: AsyncJob[] = [];
  const enqueue = (tx: Transaction, job: Omit<AsyncJob, 'id' | 'userId'>): string => {
    const id = '707000000000001AAA';
    jobs.push(JSON.parse(JSON.stringify({ ...job, id, userId: tx.user.id })) as AsyncJob);
    return id;
  };
  Object.assign(project.database.org, { async: { enqueue } });
  project.run((tx) => project.call(tx, className, method));
  return jobs;
}

const namesOf = (project: TestProject): unknown[] => project.database.column('SELECT Name FROM Account ORDER BY Name');

test('a queueable runs later with what it held', () => {
  const project = testProject([
    `public class Job implements Queueable {
      private final List<Account> accounts;
      private Map<String, Decimal> amounts = new Map<String, Decimal>{ 'x' => 1.50 };
      public Job(List<Account> accounts) { this.accounts = accounts; }
      public void execute(QueueableContext context) {
        for (Account a : accounts) a.Name += amounts.get('x');
        insert accounts;
      }
      public static void start() { System.enqueueJob(new Job(new List<Account>{ new Account(Name = 'A') })); }
    }`,
  ]);
  const [job] = jobsOf(project, 'Job', 'start');
  assert.deepEqual([job?.kind, job?.label], ['Queueable', 'Job']);
  assert.deepEqual(namesOf(project), []);
  project.run((tx) => runJob(tx, project.program, job));
  assert.deepEqual(namesOf(project), ['A1.50']);
});

test('a future method runs later with its arguments', () => {
  const project = testProject([
    `public class Later {
      @future public static void make(String name, Set<Id> ids, Decimal amount) {
        insert new Account(Name = name + ids.size() + amount);
      }
      public static void start() { make('A', new Set<Id>{ '001000000000001' }, 2.50); }
    }`,
  ]);
  const [job] = jobsOf(project, 'Later', 'start');
  assert.deepEqual([job?.kind, job?.label], ['Future', 'Later.make']);
  project.run((tx) => runJob(tx, project.program, job));
  assert.deepEqual(namesOf(project), ['A12.50']);
});

function batchClass(interfaces: string): string {
  return `public class Batch implements ${interfaces} {
    Integer seen = 0;
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'Seen ' + seen); }
    public static void begin() { Database.executeBatch(new Batch(), 2); }
  }`;
}

function runBatch(project: TestProject): void {
  const [job] = jobsOf(project, 'Batch', 'begin');
  const { program } = project;
  const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const { state, scopes } = kept(project.run((tx) => batchStart(tx, program, job)));
  assert.equal(scopes.length, 2);
  let current = state;
  for (const scope of scopes) current = kept(project.run((tx) => batchExecute(tx, program, job, current, scope)));
  project.run((tx) => batchFinish(tx, program, job, current));
}

test('a batch forgets between its parts', () => {
  const project = testProject([batchClass('Database.Batchable<Integer>')]);
  runBatch(project);
  assert.deepEqual(namesOf(project), ['Seen 0']);
});

test('a stateful batch remembers', () => {
  const project = testProject([batchClass('Database.Batchable<Integer>, Database.Stateful')]);
  runBatch(project);
  assert.deepEqual(namesOf(project), ['Seen 3']);
});
