/** What a forecast has to say of a project, whatever its rules: nothing that was earned is lost, and nothing counts twice. */
import assert from 'node:assert/strict';
import type { Decimal } from 'decimal.js';
import { firstOfMonth } from '../../seed/dates.ts';
import { Capacity } from './capacity.ts';
import { billRate } from './rates.ts';
import { amount, byId, money, number, text, total, ZERO, type Raw, type Row } from './raw.ts';

/** More hours than were sold may be worked and paid. */
const BEYOND_CONTRACT = ['Time and Materials', 'Retainer'];
const TO_COME = ['Scheduled__c', 'Tentative__c', 'Unscheduled__c'] as const;

/** rows: all of the project in the current version, in its currency. */
export function checkForecast(raw: Raw, project: Row, rows: readonly Row[], today: string): void {
  const name = text(project, 'Name');
  const recognized = recognizedByMonth(raw, project);
  for (const month of new Set([...recognized.keys(), ...rows.map((row) => text(row, 'Month__c'))])) {
    const told = total(
      rows.filter((row) => text(row, 'Month__c') === month).map((row) => amount(row, 'Recognized__c')),
    );
    assert.equal(told.toFixed(2), (recognized.get(month) ?? ZERO).toFixed(2), `${name}: recognized in ${month}`);
  }
  const toCome = total(rows.flatMap((row) => TO_COME.map((field) => amount(row, field))));
  if (['Completed', 'Cancelled'].includes(text(project, 'Status__c'))) {
    assert.equal(toCome.toFixed(2), '0.00', `${name} is over: its forecast is what it has earned`);
    return;
  }
  const services = total(recognizedServices(raw, project));
  const value = number(project, 'ContractValue__c') ?? ZERO;
  const type = text(termsOf(raw, project), 'Type__c');
  const promised = services.plus(toCome);
  if (BEYOND_CONTRACT.includes(type)) assert.ok(promised.gte(value), `${name}: no less than the contract`);
  else assert.equal(promised.toFixed(2), value.toFixed(2), `${name}: earned and to come make the contract`);
  if (type !== 'Time and Materials') return;
  for (const [month, expected] of scheduledByMonth(raw, project, today)) {
    const told = total(rows.filter((row) => text(row, 'Month__c') === month).map((row) => amount(row, 'Scheduled__c')));
    assert.equal(told.toFixed(2), expected.toFixed(2), `${name}: booked in ${month}`);
  }
}

/** What its work is paid by. */
function termsOf(raw: Raw, project: Row): Row | undefined {
  return raw.BillingArrangement__c.find(
    (row) => text(row, 'Project__c') === text(project, 'Id') && row['IsDefault__c'] === true,
  );
}

/** Without provisions, by the month of their period. */
function recognizedByMonth(raw: Raw, project: Row): Map<string, Decimal> {
  const periods = byId(raw.FiscalPeriod__c);
  const sums = new Map<string, Decimal>();
  for (const row of raw.RevenueEntry__c) {
    if (text(row, 'Project__c') !== text(project, 'Id') || text(row, 'Stream__c') === 'Loss Provision') continue;
    const month = text(periods.get(text(row, 'FiscalPeriod__c')), 'StartDate__c');
    sums.set(month, (sums.get(month) ?? ZERO).plus(amount(row, 'Amount__c')));
  }
  return sums;
}

function recognizedServices(raw: Raw, project: Row): Decimal[] {
  return raw.RevenueEntry__c.filter(
    (row) => text(row, 'Project__c') === text(project, 'Id') && text(row, 'Stream__c') === 'Services',
  ).map((row) => amount(row, 'Amount__c'));
}

/** Hard bookings of months that have not begun, at their rates. */
function scheduledByMonth(raw: Raw, project: Row, today: string): Map<string, Decimal> {
  const people = byId(raw.Resource__c);
  const capacity = new Capacity(raw, today);
  const months = new Map<string, Decimal>();
  for (const booking of raw.Assignment__c) {
    const isMeant =
      text(booking, 'Project__c') === text(project, 'Id') &&
      text(booking, 'BookingType__c') === 'Hard' &&
      booking['IsBillable__c'] === true;
    if (!isMeant) continue;
    const hours = new Map<string, Decimal>();
    for (const [day, own] of capacity.bookedByDay(booking, people.get(text(booking, 'Resource__c')) ?? {})) {
      const month = firstOfMonth(day);
      if (month > today) hours.set(month, (hours.get(month) ?? ZERO).plus(own));
    }
    for (const [month, sum] of hours) {
      const rate = billRate(raw, project, text(booking, 'Role__c'), month) ?? ZERO;
      const worth = money(sum.times(rate), text(project, 'CurrencyCode__c'));
      months.set(month, (months.get(month) ?? ZERO).plus(worth));
    }
  }
  return months;
}
