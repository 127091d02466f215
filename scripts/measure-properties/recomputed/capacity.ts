/** Section 2 of the domain: what somebody can work on a day, and what bookings take of it. */
import { Decimal } from 'decimal.js';
import { addDays } from '../../seed/dates.ts';
import { amount, byId, cents, number, text, total, ZERO, type Raw, type Row } from './raw.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export class Capacity {
  readonly #calendars: Map<string, Row>;
  readonly #exceptions: Map<string, Decimal>;
  readonly #fallback: Row | undefined;
  readonly #raw: Raw;
  readonly #today: string;
  readonly #known = new Map<string, Decimal>();

  constructor(raw: Raw, today: string) {
    this.#raw = raw;
    this.#today = today;
    this.#calendars = byId(raw.WorkCalendar__c);
    this.#fallback = raw.WorkCalendar__c.find((row) => row['IsDefault__c'] === true);
    this.#exceptions = new Map(
      raw.CalendarException__c.map((row) => [
        `${text(row, 'WorkCalendar__c')} ${text(row, 'Date__c')}`,
        amount(row, 'Hours__c'),
      ]),
    );
  }

  /** Of a calendar; blank: the default one. */
  hoursOn(calendarId: string, day: string): Decimal {
    const calendar = this.#calendars.get(calendarId) ?? this.#fallback;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (calendar === undefined) return new Decimal(weekday >= 1 && weekday <= 5 ? 8 : 0);
    return this.#exceptions.get(`${text(calendar, 'Id')} ${day}`) ?? amount(calendar, `Hours${WEEKDAYS[weekday]}__c`);
  }

  of(person: Row, day: string): Decimal {
    const key = `${text(person, 'Id')} ${day}`;
    const known = this.#known.get(key) ?? this.#work(person, day);
    this.#known.set(key, known);
    return known;
  }

  #work(person: Row, day: string): Decimal {
    if (!this.#isEmployed(person, day)) return ZERO;
    let hours = this.hoursOn(text(person, 'Calendar__c'), day);
    for (const absence of this.#raw.TimeOff__c) {
      const isOff =
        text(absence, 'Resource__c') === text(person, 'Id') &&
        text(absence, 'Status__c') === 'Approved' &&
        text(absence, 'StartDate__c') <= day &&
        day <= text(absence, 'EndDate__c');
      if (isOff) hours = Decimal.max(0, hours.minus(number(absence, 'HoursPerDay__c') ?? hours));
    }
    return hours;
  }

  /** Who is inactive was active up to the end of the employment; without an end nobody knows since when. */
  #isEmployed(person: Row, day: string): boolean {
    const start = text(person, 'StartDate__c');
    const end = text(person, 'EndDate__c');
    if ((start !== '' && day < start) || (end !== '' && day > end)) return false;
    return person['IsActive__c'] === true || (end !== '' && day < this.#today);
  }

  /** Hours that a booking puts on each of its days: in proportion to their capacity, evenly where there is none. */
  bookedByDay(booking: Row, person: Row): Map<string, Decimal> {
    const days: string[] = [];
    for (let day = text(booking, 'StartDate__c'); day <= text(booking, 'EndDate__c'); day = addDays(day, 1))
      days.push(day);
    const capacity = days.map((day) => this.of(person, day));
    const whole = total(capacity);
    const weights = whole.isZero() ? days.map(() => new Decimal(1)) : capacity;
    const sum = total(weights);
    const planned = amount(booking, 'PlannedHours__c');
    let soFar = ZERO;
    let given = ZERO;
    return new Map(
      days.map((day, index) => {
        soFar = soFar.plus(weights[index] ?? ZERO);
        const toHere = cents(planned.times(soFar).div(sum));
        const own = toHere.minus(given);
        given = toHere;
        return [day, own];
      }),
    );
  }
}
