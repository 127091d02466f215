import {
  chartLines,
  dayText,
  dragsOf,
  hoursText,
  linesOf,
  monthTicks,
  ratioText,
  thinned,
  valueOn,
  valueTicks,
  wholeText,
  type HealthView,
  type Snapshot,
} from 'c/healthModel';

const now: Snapshot = {
  Date__c: '2026-06-30',
  PercentComplete__c: 40,
  BudgetAtCompletion__c: 1000,
  EarnedValue__c: 400,
  ActualCost__c: 500,
  EAC__c: 1250,
};

const view: HealthView = {
  snapshots: [{ Date__c: '2026-06-23', PercentComplete__c: 30, EarnedValue__c: 300, ActualCost__c: 350 }, now],
  showsCost: true,
  canRecompute: true,
  plan: [
    { day: '2026-06-01', percent: 0, amount: 0 },
    { day: '2026-07-31', percent: 100, amount: 1000 },
  ],
  phases: [],
  plannedEnd: '2026-07-31',
  forecastEnd: '2026-08-20',
  issues: [],
};

describe('c/healthModel', () => {
  it('draws planned value, earned value, cost, and the way to the estimate at completion', () => {
    const [planned, earned, cost, projection] = chartLines(view);
    expect(planned!.points).toHaveLength(2);
    expect(earned!.points).toEqual([
      { day: '2026-06-23', value: 300 },
      { day: '2026-06-30', value: 400 },
    ]);
    expect(cost!.points[1]).toEqual({ day: '2026-06-30', value: 500 });
    expect(projection!.points).toEqual([
      { day: '2026-06-30', value: 500 },
      { day: '2026-08-20', value: 1250 },
    ]);
  });

  it('projects to the end of the baseline where no other is forecast, and not at all when that is over', () => {
    const onPlan = { ...view, forecastEnd: undefined };
    expect(chartLines(onPlan)[3]!.points[1]!.day).toBe('2026-07-31');
    expect(chartLines({ ...onPlan, plannedEnd: '2026-06-30' })[3]!.points).toEqual([]);
    expect(chartLines({ ...view, snapshots: [{ ...now, EAC__c: undefined }] })[3]!.points).toEqual([]);
  });

  it('draws percent where amounts may not be seen or there is no budget', () => {
    const unseen = chartLines({ ...view, showsCost: false });
    expect(unseen.map(({ label }) => label)).toEqual(['Due', 'Done']);
    expect(unseen[1]!.points.map(({ value }) => value)).toEqual([30, 40]);
    expect(chartLines({ ...view, snapshots: [{ Date__c: '2026-06-30' }] }).map(({ key }) => key)).toEqual([
      'planned',
      'earned',
    ]);
  });

  it('names drags, the heaviest first, with and without points', () => {
    const drags = dragsOf({
      Date__c: '2026-06-30',
      Reasons__c: 'Tasks: 5 of 9 due are done (−5)',
      CostReasons__c: 'Cost: each 1.00 spent has earned 0.80 (−20)',
    });
    expect(drags).toEqual([
      { text: 'Cost: each 1.00 spent has earned 0.80', points: 20 },
      { text: 'Tasks: 5 of 9 due are done', points: 5 },
    ]);
    expect(dragsOf({ Date__c: '2026-06-30', Reasons__c: 'Blockers: 1 open' })).toEqual([
      { text: 'Blockers: 1 open', points: 0 },
    ]);
  });

  it('keeps one snapshot a week of many, the newest among them', () => {
    const daily = Array.from({ length: 70 }, (_, index) => ({
      Date__c: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    }));
    const weekly = thinned(daily);
    expect(weekly).toHaveLength(11);
    expect(weekly.at(-1)).toBe(daily.at(-1));
    expect(weekly[0]!.Date__c).toBe('2026-01-04');
    expect(thinned(daily.slice(0, 60))).toHaveLength(60);
  });

  it('finds round values and months for the axes', () => {
    expect(valueTicks(1250)).toEqual([0, 500, 1000, 1500]);
    expect(valueTicks(0)).toEqual([0, 1]);
    expect(valueTicks(93)).toEqual([0, 25, 50, 75, 100]);
    expect(monthTicks('2026-01-15', '2026-04-01', 9)).toEqual(['2026-02-01', '2026-03-01', '2026-04-01']);
    expect(monthTicks('2025-11-15', '2026-05-20', 3)).toEqual(['2025-12-01', '2026-02-01', '2026-04-01']);
  });

  it('reads lines off between their points and nowhere else', () => {
    const points = [
      { day: '2026-06-01', value: 0 },
      { day: '2026-06-11', value: 100 },
    ];
    expect(valueOn(points, '2026-06-04')).toBeCloseTo(30);
    expect(valueOn(points, '2026-06-11')).toBe(100);
    expect(valueOn(points, '2026-05-31')).toBeUndefined();
    expect(valueOn(points, '2026-06-12')).toBeUndefined();
  });

  it('shows what is not known as such', () => {
    expect([wholeText(undefined, '%'), ratioText(undefined), hoursText(undefined), dayText(undefined)]).toEqual(
      Array(4).fill('–'),
    );
    expect([wholeText(1234.5, 'USD'), ratioText(0.9), hoursText(7.25), dayText('2026-06-30')]).toEqual([
      '1,235 USD',
      '0.90',
      '7.3 h',
      'Jun 30, 2026',
    ]);
    expect(linesOf(undefined)).toEqual([]);
  });
});
