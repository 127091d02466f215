/** Section 8, EVM: planned value, earned value and actual cost of projects today, from baseline, progress and approved time. */
import { Decimal } from 'decimal.js';
import { addDays } from '../../seed/dates.ts';
import { Capacity } from './capacity.ts';
import { amount, cents, number, text, total, ZERO, type Raw, type Row } from './raw.ts';
import type { Work } from './work.ts';

export type Figures = Readonly<Record<string, string>>;

/** Texts with the decimals of the stored fields; blank where nothing is known. */
export function earnedValue(raw: Raw, work: readonly Work[], project: Row, today: string): Figures {
  const id = text(project, 'Id');
  const tasks = raw.ProjectTask__c.filter(
    (task) => text(task, 'Project__c') === id && text(task, 'Type__c') !== 'Phase',
  );
  const known = tasks.filter((task) => text(task, 'BaselineEndDate__c') !== '');
  const approved = work.filter((entry) => entry.project === id && entry.week === 'Approved');
  const cost = total(approved.map((entry) => entry.cost ?? ZERO));
  const isCosted = approved.every((entry) => entry.cost !== undefined);
  const budget = number(project, 'BudgetCost__c');
  const bac = budget?.gt(0) === true ? budget : undefined;
  const ofBaseline = known.length > 0;
  const shares = spread(bac, ofBaseline ? known : tasks, ofBaseline ? 'BaselineHours__c' : 'PlannedHours__c');
  const calendar = new Capacity(raw, today);
  const due = (task: Row, share: Decimal): Decimal => {
    const days = workingDays(calendar, project, text(task, 'BaselineStartDate__c'), text(task, 'BaselineEndDate__c'));
    const passed = days.filter((day) => day <= today).length;
    if (text(task, 'BaselineEndDate__c') <= today) return share;
    return days.length === 0 ? ZERO : cents(share.times(passed).div(days.length));
  };
  const pv = ofBaseline && bac !== undefined ? total([...shares].map(([task, share]) => due(task, share))) : undefined;
  const ev =
    bac === undefined || shares.size === 0
      ? undefined
      : total([...shares].map(([task, share]) => cents(share.times(progress(task)).div(100))));
  const ac = isCosted ? cost : undefined;
  return {
    BudgetAtCompletion__c: shown(bac, 2),
    PlannedValue__c: shown(pv, 2),
    EarnedValue__c: shown(ev, 2),
    ActualCost__c: shown(cost, 2),
    CPI__c: shown(quotient(ev, ac), 4),
    SPI__c: shown(quotient(ev, pv), 4),
    ...(isCosted && estimates(bac, pv, ev, ac)),
  };
}

function estimates(bac?: Decimal, pv?: Decimal, ev?: Decimal, ac?: Decimal): Figures {
  if (bac === undefined || ev === undefined || ac === undefined) return { EAC__c: '', TCPI__c: '' };
  const cpi = ev.gt(0) && ac.gt(0) ? ev.div(ac) : undefined;
  const spi = pv?.gt(0) === true ? ev.div(pv) : undefined;
  const left = bac.minus(ev);
  return {
    EAC__c: shown(cpi && bac.div(cpi), 2),
    EACAtPlannedRate__c: shown(ac.plus(left), 2),
    EACAtCostAndSchedule__c: shown(cpi && spi && ac.plus(left.div(cpi.times(spi))), 2),
    TCPI__c: shown(quotient(left, bac.minus(ac)), 4),
  };
}

/** Of the budget, in proportion to hours, in whole cents: the tasks of these firms all have hours. */
function spread(bac: Decimal | undefined, tasks: readonly Row[], field: string): Map<Row, Decimal> {
  const hours = total(tasks.map((task) => amount(task, field)));
  const shares = new Map<Row, Decimal>();
  if (bac === undefined || hours.isZero()) return shares;
  const exact = tasks.map((task) => ({ task, share: bac.times(amount(task, field)).div(hours) }));
  let missing = bac.minus(total(exact.map(({ share }) => share.toDecimalPlaces(2, Decimal.ROUND_FLOOR))));
  const rest = (share: Decimal): Decimal => share.minus(share.toDecimalPlaces(2, Decimal.ROUND_FLOOR));
  for (const { task, share } of exact.sort((left, right) => rest(right.share).comparedTo(rest(left.share)))) {
    const more = missing.gt(0) ? new Decimal('0.01') : ZERO;
    missing = missing.minus(more);
    shares.set(task, share.toDecimalPlaces(2, Decimal.ROUND_FLOOR).plus(more));
  }
  return shares;
}

function workingDays(calendar: Capacity, project: Row, from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (calendar.hoursOn(text(project, 'Calendar__c'), day).gt(0)) days.push(day);
  }
  return days;
}

/** Percent of a task, 0 to 100; where only remaining hours were entered they say it. */
function progress(task: Row): Decimal {
  const percent = amount(task, 'PercentComplete__c');
  const planned = amount(task, 'PlannedHours__c');
  const remaining = number(task, 'RemainingHours__c');
  const told =
    percent.isZero() && planned.gt(0) && remaining !== undefined
      ? new Decimal(100).minus(remaining.times(100).div(planned))
      : percent;
  return Decimal.max(0, Decimal.min(100, told));
}

function quotient(part: Decimal | undefined, whole: Decimal | undefined): Decimal | undefined {
  return part === undefined || whole === undefined || whole.lte(0) ? undefined : part.div(whole);
}

function shown(value: Decimal | undefined, decimals: number): string {
  return value === undefined ? '' : value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals);
}
