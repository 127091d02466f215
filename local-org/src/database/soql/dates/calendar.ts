/** Weeks and fiscal years as the org and the user count them. */
import type { SObject } from '../../../schema/sobject.ts';
import type { Transaction } from '../../transaction.ts';

export interface FiscalYear {
  /** 1 to 12. */
  readonly startMonth: number;
  /** Whether a fiscal year is called after the calendar year it starts in; else after the one it ends in. */
  readonly namedByStart: boolean;
}

const CALENDAR_YEAR: FiscalYear = { startMonth: 1, namedByStart: true };

/** The standard fiscal year from the Organization's settings; the calendar year while there are none. */
export function fiscalYearOf(tx: Transaction): FiscalYear {
  const object = tx.store.schema.object('Organization');
  const row: SObject | undefined = object && tx.store.allRows(object)[0];
  if (row === undefined) return CALENDAR_YEAR;
  const startMonth = row.get('FiscalYearStartMonth');
  return {
    startMonth: typeof startMonth === 'number' ? startMonth : 1,
    namedByStart: row.get('UsesStartDateAsFiscalYearName') === true,
  };
}

/** What the ICU data of the runtime knows of a locale's weeks; not in TypeScript's library yet. */
interface WeekLocale extends Intl.Locale {
  /** 1 for Monday to 7 for Sunday. */
  getWeekInfo(): { readonly firstDay: number };
}

/** 0 for Sunday to 6: "Your locale determines the first day of the week" ("Date Formats and Date Literals in WHERE"). */
export function firstDayOfWeek(locale: string): number {
  const known = new Intl.Locale(locale.replaceAll('_', '-')) as WeekLocale;
  return known.getWeekInfo().firstDay % 7;
}
