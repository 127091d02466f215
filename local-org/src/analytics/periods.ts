/** Periods that dates are grouped by. */
import type { FiscalYear } from '../database/soql/dates/calendar.ts';
import { DateValue } from '../schema/values/index.ts';
import type { DateGranularity } from './definition.ts';

export interface PeriodCalendar {
  readonly fiscalYear: FiscalYear;
  /** 0 for Sunday. */
  readonly firstDayOfWeek: number;
  readonly locale: string;
}

/** Functions of SOQL whose values together name the period; undefined where the day itself is needed. */
export function periodFunctions(granularity: DateGranularity): readonly string[] | undefined {
  switch (granularity) {
    case 'Month':
      return ['CALENDAR_YEAR', 'CALENDAR_MONTH'];
    case 'Quarter':
      return ['CALENDAR_YEAR', 'CALENDAR_QUARTER'];
    case 'Year':
      return ['CALENDAR_YEAR'];
    case 'FiscalQuarter':
      return ['FISCAL_YEAR', 'FISCAL_QUARTER'];
    case 'FiscalYear':
      return ['FISCAL_YEAR'];
    case 'MonthInYear':
      return ['CALENDAR_MONTH'];
    case 'DayInMonth':
      return ['DAY_IN_MONTH'];
    default:
      return undefined;
  }
}

/** A period by what sorts it, and how it is shown. */
export interface Period {
  /** The first day; for months of any year and days of any month their number. */
  readonly start: DateValue | number;
  readonly label: string;
}

/** The period that the functions of `periodFunctions` name. */
export function periodOfParts(
  granularity: DateGranularity,
  parts: readonly number[],
  calendar: PeriodCalendar,
): Period {
  const [first = 0, second = 1] = parts;
  const { startMonth } = calendar.fiscalYear;
  switch (granularity) {
    case 'Month':
      return period(granularity, DateValue.of(first, second, 1), calendar);
    case 'Quarter':
      return period(granularity, DateValue.of(first, second * 3 - 2, 1), calendar);
    case 'Year':
      return period(granularity, DateValue.of(first, 1, 1), calendar);
    case 'FiscalQuarter':
      return period(granularity, DateValue.of(startYear(first, calendar), startMonth + (second - 1) * 3, 1), calendar);
    case 'FiscalYear':
      return period(granularity, DateValue.of(startYear(first, calendar), startMonth, 1), calendar);
    case 'MonthInYear':
      return { start: first, label: monthName(first, calendar.locale) };
    default:
      return { start: first, label: String(first) };
  }
}

/** The period that holds the day. */
export function periodOfDay(granularity: DateGranularity, day: DateValue, calendar: PeriodCalendar): Period {
  const { year, month } = day;
  const { startMonth } = calendar.fiscalYear;
  const monthOfFiscalYear = (month - startMonth + 12) % 12;
  switch (granularity) {
    case 'Week':
      return period(granularity, day.addDays(-((day.dayOfWeek - calendar.firstDayOfWeek + 7) % 7)), calendar);
    case 'Month':
      return period(granularity, DateValue.of(year, month, 1), calendar);
    case 'Quarter':
      return period(granularity, DateValue.of(year, month - ((month - 1) % 3), 1), calendar);
    case 'Year':
      return period(granularity, DateValue.of(year, 1, 1), calendar);
    case 'FiscalQuarter':
      return period(granularity, DateValue.of(year, month - (monthOfFiscalYear % 3), 1), calendar);
    case 'FiscalYear':
      return period(granularity, DateValue.of(year, month - monthOfFiscalYear, 1), calendar);
    case 'MonthInYear':
      return { start: month, label: monthName(month, calendar.locale) };
    case 'DayInMonth':
      return { start: day.day, label: String(day.day) };
    default:
      return period(granularity, day, calendar);
  }
}

function period(granularity: DateGranularity, start: DateValue, calendar: PeriodCalendar): Period {
  return { start, label: labelOf(granularity, start, calendar) };
}

function labelOf(granularity: DateGranularity, start: DateValue, calendar: PeriodCalendar): string {
  const { year, month } = start;
  switch (granularity) {
    case 'Month':
      return `${monthName(month, calendar.locale)} ${year}`;
    case 'Quarter':
      return `Q${(month + 2) / 3} CY${year}`;
    case 'Year':
      return `CY${year}`;
    case 'FiscalQuarter': {
      const quarter = ((month - calendar.fiscalYear.startMonth + 12) % 12) / 3 + 1;
      return `Q${quarter} FY ${fiscalYearName(start, calendar)}`;
    }
    case 'FiscalYear':
      return `FY ${fiscalYearName(start, calendar)}`;
    case 'Week':
      return `${shown(start, calendar)} - ${shown(start.addDays(6), calendar)}`;
    default:
      return shown(start, calendar);
  }
}

/** Calendar year in which the fiscal year of this name starts. */
function startYear(name: number, { fiscalYear }: PeriodCalendar): number {
  return fiscalYear.startMonth === 1 || fiscalYear.namedByStart ? name : name - 1;
}

function fiscalYearName({ year, month }: DateValue, { fiscalYear }: PeriodCalendar): number {
  const start = month < fiscalYear.startMonth ? year - 1 : year;
  return fiscalYear.startMonth === 1 || fiscalYear.namedByStart ? start : start + 1;
}

function monthName(month: number, locale: string): string {
  return format(DateValue.of(2000, month, 1), locale, { month: 'long' });
}

function shown(day: DateValue, { locale }: PeriodCalendar): string {
  return format(day, locale, { year: 'numeric', month: 'numeric', day: 'numeric' });
}

function format(day: DateValue, locale: string, options: Intl.DateTimeFormatOptions): string {
  const formatter = new Intl.DateTimeFormat(locale.replaceAll('_', '-'), { ...options, timeZone: 'UTC' });
  return formatter.format(day.days * 86_400_000);
}
