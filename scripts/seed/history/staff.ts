/** The people who delivered in the past year, and how long each of their days is. */
import type { Connection } from 'jsforce';
import { addDays, mondayOf, yearOf } from '../dates.ts';
import { calendars, roles } from '../firm/organisation.ts';
import { queryAll } from '../records.ts';

export interface Staff {
  readonly id: string;
  readonly roleId: string;
  /** List rate of the role and what the person's hour costs, in USD. */
  readonly bill: number;
  readonly cost: number;
  readonly start: string;
  readonly calendar: string;
  readonly userId: string | null;
}

interface CostRow {
  readonly Resource__c: string;
  readonly Rate__c: number;
}

interface ResourceRow {
  readonly Id: string;
  readonly Role__c: string;
  readonly Role__r: { readonly Name: string };
  readonly Calendar__r: { readonly Name: string };
  readonly StartDate__c: string;
  readonly User__c: string | null;
}

/** In an order that does not depend on ids. */
export async function loadStaff(connection: Connection): Promise<Staff[]> {
  const rows = await queryAll<ResourceRow>(
    connection,
    'SELECT Id, Role__c, Role__r.Name, Calendar__r.Name, StartDate__c, User__c FROM Resource__c ORDER BY Name',
  );
  const ownCosts = await queryAll<CostRow>(
    connection,
    'SELECT Resource__c, Rate__c FROM CostRate__c WHERE Resource__c != null',
  );
  const costOf = new Map(ownCosts.map((cost) => [cost.Resource__c, cost.Rate__c]));
  return rows.map((row) => ({
    id: row.Id,
    roleId: row.Role__c,
    bill: roles.find((role) => role.name === row.Role__r.Name)?.bill ?? 0,
    cost: costOf.get(row.Id) ?? roles.find((role) => role.name === row.Role__r.Name)?.cost ?? 0,
    start: row.StartDate__c,
    calendar: row.Calendar__r.Name,
    userId: row.User__c,
  }));
}

/** Minutes of a normal day; 0 at weekends and on holidays. */
export function workingMinutes(calendarName: string, day: string): number {
  const calendar = calendars.find(({ name }) => name === calendarName);
  if (calendar === undefined) throw new Error(`There is no calendar "${calendarName}".`);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isHoliday = calendar.holidays.some(([, date]) => day === `${yearOf(day)}-${date}`);
  return isHoliday ? 0 : Math.round((calendar.weekdays[weekday - 1] ?? 0) * 60);
}

/** Monday of the week whose time is still being entered: on Fridays and weekends that of the next one. */
export function firstOpenWeek(today: string): string {
  return mondayOf(addDays(today, 3));
}

/** Days from the first to the last, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
