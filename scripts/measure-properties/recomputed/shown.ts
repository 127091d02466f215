/** Section 8 as leaders see it: each measure of a part of the firm is the ratio of the sums over its months. */
import { Decimal } from 'decimal.js';
import { ratio } from './firm.ts';
import type { Months } from './months.ts';
import { total } from './raw.ts';

/** A part of the firm: which subjects belong to it in which month. */
export interface Part {
  readonly kind: 'Firm' | 'Practice' | 'Region' | 'Role' | 'Client';
  /** Blank for the firm. */
  readonly id: string;
  /** null where people, or projects, cannot be told apart by it. */
  readonly hasPerson: ((id: string, month: string) => boolean) | null;
  readonly hasProject: ((id: string, month: string) => boolean) | null;
}

export type Shown = Readonly<Record<string, Decimal | undefined>>;

/** Over the months up to the last. */
export function shownMeasures(part: Part, people: Months, projects: Months, last: string): Shown {
  const sumOf = (months: Months, has: Part['hasPerson'], field: string): Decimal =>
    total(
      Object.entries(months).map(([key, row]) => {
        const [id = '', month = ''] = key.split(' ');
        return new Decimal(has !== null && month <= last && has(id, month) ? (row[field] ?? 0) : 0);
      }),
    );
  const ofPeople = (field: string): Decimal => sumOf(people, part.hasPerson, field);
  const ofProjects = (field: string): Decimal => sumOf(projects, part.hasProject, field);
  const percent = (numerator: Decimal, divisor: Decimal): Decimal | undefined => ratio(numerator.times(100), divisor);
  const of = part.hasProject === null ? ofPeople : ofProjects;
  const revenue = ofProjects('RecognizedRevenue__c');
  const cost = ofProjects('LaborCost__c').plus(ofProjects('ExpenseCost__c'));
  return {
    Realization: percent(of('BilledValue__c'), of('StandardValue__c')),
    ...(part.hasPerson !== null && {
      BillableUtilization: percent(ofPeople('ElapsedBillableHours__c'), ofPeople('ElapsedCapacityHours__c')),
      ScheduledUtilization: percent(ofPeople('ScheduledBillableHours__c'), ofPeople('OpenCapacityHours__c')),
    }),
    ...(part.hasProject !== null && {
      ProjectMargin: percent(revenue.minus(cost), revenue),
      OnTimeDelivery: percent(ofProjects('OnTimeProjects__c'), ofProjects('CompletedProjects__c')),
      ScheduleAdherence: percent(ofProjects('TasksDone__c'), ofProjects('TasksDue__c')),
      RevenueLeakage: percent(ofProjects('LeakageAmount__c'), revenue),
      TimeToGoLive: ratio(ofProjects('DaysToGoLive__c'), ofProjects('GoLives__c')),
    }),
  };
}
