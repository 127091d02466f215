/**
 * A firm small enough to work out by hand: four people, two practices, two clients, a handful of projects. It is Wednesday,
 * 20 May 2026; the fiscal year is the calendar year. Some rows lie outside of what the reports are about, and must not count.
 */
import type { Rows } from './rows.ts';
import { expenses, invoices, journal, ledger } from './small-firm/money.ts';
import { firmMonths, forecast, projectMonths, resourceMonths } from './small-firm/months.ts';
import { organisation, people } from './small-firm/organisation.ts';
import { delivery, health, projects } from './small-firm/projects.ts';
import { sales } from './small-firm/sales.ts';
import { capacity, demand, time } from './small-firm/work.ts';

export const TODAY = Date.parse('2026-05-20T15:00:00Z');

export function addSmallFirm(rows: Rows): void {
  for (const add of [
    organisation,
    people,
    projects,
    resourceMonths,
    projectMonths,
    firmMonths,
    forecast,
    ledger,
    invoices,
    time,
    health,
    delivery,
    capacity,
    demand,
    sales,
    journal,
    expenses,
  ]) {
    add(rows);
  }
}
