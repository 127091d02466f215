import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DebugLog } from './debug-log.ts';
import { LimitExceeded, type LimitName, Limits } from './limits.ts';

describe('Limits', () => {
  it('refuse what goes beyond, in the words of the platform', () => {
    const texts: [LimitName, string][] = [
      ['soqlQueries', 'Too many SOQL queries: 101'],
      ['soqlRows', 'Too many query rows: 50001'],
      ['dmlStatements', 'Too many DML statements: 151'],
      ['dmlRows', 'Too many DML rows: 10001'],
      ['callouts', 'Too many callouts: 101'],
      ['futureCalls', 'Too many future calls: 51'],
      ['queueableJobs', 'Too many queueable jobs added to the queue: 51'],
      ['emailInvocations', 'Too many Email Invocations: 11'],
      ['soslQueries', 'Too many SOSL queries: 21'],
    ];
    for (const [name, message] of texts) {
      const limits = new Limits();
      limits.use(name, limits.allowed(name));
      assert.throws(
        () => limits.use(name),
        (error) => {
          assert(error instanceof LimitExceeded);
          assert.deepEqual([error.code, error.limit, error.message], ['LIMIT_EXCEEDED', name, message]);
          return true;
        },
      );
    }
  });

  it('are higher for asynchronous code', () => {
    const limits = new Limits(true);
    assert.deepEqual(
      (['soqlQueries', 'cpuTime', 'heapSize', 'queueableJobs'] as const).map((name) => limits.allowed(name)),
      [200, 60_000, 12_000_000, 1],
    );
  });

  it('add up fractions of CPU time and follow levels', () => {
    const limits = new Limits();
    for (let count = 0; count < 3; count++) limits.addCpu(0.5);
    assert.equal(limits.used('cpuTime'), 1);
    assert.throws(() => limits.addCpu(10_000), /Apex CPU time limit exceeded/);
    limits.setLevel('heapSize', 5_000_000);
    limits.setLevel('heapSize', 10);
    assert.equal(limits.used('heapSize'), 10);
    assert.throws(() => limits.setLevel('heapSize', 6_000_001), /Apex heap size too large: 6000001/);
  });

  it('start afresh', () => {
    const limits = new Limits(true);
    limits.use('dmlRows', 5);
    assert.deepEqual([limits.fresh().used('dmlRows'), limits.fresh().asynchronous], [0, true]);
  });
});

describe('DebugLog', () => {
  it('writes lines as the platform does', () => {
    let now = Date.UTC(2026, 0, 14, 10, 0, 0, 120);
    const log = new DebugLog({ now: () => now });
    now += 3;
    log.write('USER_DEBUG', '[4]', 'DEBUG', 'text');
    assert.equal(log.toString(), '10:00:00.12 (3000000)|USER_DEBUG|[4]|DEBUG|text');
  });
});
