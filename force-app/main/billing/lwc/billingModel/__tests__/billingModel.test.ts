import {
  groupByReason,
  hoursText,
  isActive,
  isInScope,
  lastMonthEnd,
  pauseAfter,
  percentOf,
  totalsOf,
  totalsText,
  withChoice,
  type Run,
  type Unbilled,
} from 'c/billingModel';

function work(fields: Partial<Unbilled>): Unbilled {
  return {
    recordId: 'e1',
    projectId: 'p1',
    projectName: 'Rollout',
    currencyCode: 'USD',
    kind: 'Time',
    reason: 'On hold',
    ...fields,
  };
}

function run(fields: Partial<Run>): Run {
  return {
    runId: 'r1',
    name: 'RUN-1',
    status: 'Running',
    cutOffDate: '2026-01-31',
    canResume: false,
    startedAt: '2026-02-01T00:00:00.000Z',
    ...fields,
  };
}

describe('c/billingModel', () => {
  it('adds what is ticked to the choice once, and takes out what is cleared', () => {
    expect(withChoice(['a', 'b'], ['b', 'c'], true)).toEqual(['a', 'b', 'c']);
    expect(withChoice(['a', 'b', 'c'], ['a', 'c', 'd'], false)).toEqual(['b']);
  });

  it('adds up each currency by itself, to the cent', () => {
    const totals = totalsOf([
      { currencyCode: 'USD', amount: 0.1 },
      { currencyCode: 'EUR', amount: 5 },
      { currencyCode: 'USD', amount: 0.2 },
      { currencyCode: 'GBP' },
    ]);
    expect(totals).toEqual([
      { currencyCode: 'EUR', amount: 5 },
      { currencyCode: 'USD', amount: 0.3 },
    ]);
    expect(totalsText(totals)).toBe('5.00 EUR · 0.30 USD');
  });

  it('groups what stays out by its reason and says of how much the worth is unknown', () => {
    const groups = groupByReason([
      work({ amount: 10 }),
      work({ reason: 'Missing rate' }),
      work({ amount: 20, currencyCode: 'EUR' }),
    ]);
    expect(groups.map((group) => [group.reason, group.works.length, group.unknownCount])).toEqual([
      ['On hold', 2, 0],
      ['Missing rate', 1, 1],
    ]);
    expect(groups[0]!.totals).toHaveLength(2);
  });

  it('knows what a choice of accounts and projects means', () => {
    const row = { projectId: 'p1', accountId: 'a1' };
    expect(isInScope(row, [], [])).toBe(true);
    expect(isInScope(row, ['a1'], [])).toBe(true);
    expect(isInScope(row, ['a2'], ['p1'])).toBe(true);
    expect(isInScope(row, ['a2'], [])).toBe(false);
    expect(isInScope({ projectId: 'p1' }, ['a2'], [])).toBe(false);
  });

  it('asks again soon after progress and ever later without', () => {
    const moved = run({ projectsDone: 2 });
    expect(pauseAfter(undefined, moved, 0)).toBe(1000);
    expect(pauseAfter(moved, moved, 1000)).toBe(2000);
    expect(pauseAfter(moved, moved, 12_000)).toBe(15_000);
    expect(pauseAfter(moved, run({ projectsDone: 3 }), 8000)).toBe(1000);
  });

  it('says how far a run is, and whether anything works on it', () => {
    expect(percentOf(run({ projectsTotal: 3, projectsDone: 1 }))).toBe(33);
    expect(percentOf(run({}))).toBe(0);
    expect(percentOf(run({ status: 'Completed', projectsTotal: 0 }))).toBe(100);
    expect(isActive(run({}))).toBe(true);
    expect(isActive(run({ canResume: true }))).toBe(false);
    expect(isActive(run({ status: 'Interrupted' }))).toBe(false);
  });

  it('writes hours as a timesheet does and proposes the end of last month', () => {
    expect(hoursText(95)).toBe('1:35');
    expect(hoursText(-5)).toBe('-0:05');
    expect(lastMonthEnd(new Date(2026, 2, 15))).toBe('2026-02-28');
    expect(lastMonthEnd(new Date(2026, 0, 1))).toBe('2025-12-31');
  });
});
