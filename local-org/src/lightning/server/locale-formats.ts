/** What `@salesforce/i18n/*` answers for a user ("@salesforce/i18n" in the Lightning Web Components Developer Guide). */
import type { UserContext } from '../../database/services.ts';
import { languageTag } from '../../api/ui-api/field-values.ts';

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'yi']);
/** 5 March 2009, 16:07:08: every part of it is told from the others by its digits. */
const SAMPLE = Date.UTC(2009, 2, 5, 16, 7, 8);

/** All values by the name that follows `@salesforce/i18n/`. */
export function localeFormats(user: UserContext, currency: string): Readonly<Record<string, unknown>> {
  const locale = languageTag(user.locale);
  const language = languageTag(user.language);
  const numbers = numberParts(locale);
  return {
    lang: language,
    dir: RIGHT_TO_LEFT.has(language.split('-')[0]) ? 'rtl' : 'ltr',
    locale,
    timeZone: user.timeZone,
    currency,
    firstDayOfWeek: ((new Intl.Locale(locale) as LocaleWithWeek).getWeekInfo().firstDay % 7) + 1,
    showJapaneseCalendar: false,
    ...dateFormats(locale),
    'number.groupingSeparator': numbers.group,
    'number.decimalSeparator': numbers.decimal,
    'number.minusSign': numbers.minusSign,
    'number.numberFormat': '#,##0.###',
    'number.percentFormat': '#,##0%',
    'number.currencyFormat': '¤#,##0.00',
    'number.currencySymbol': currencySymbol(locale, currency),
    'number.plusSign': '+',
    'number.percentSign': '%',
    'number.perMilleSign': '‰',
    'number.exponentialSign': 'E',
    'number.superscriptingExponentSign': '×',
    'number.infinity': '∞',
    'number.nan': 'NaN',
  };
}

/** Missing in TypeScript's library. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo(): { readonly firstDay: number } };

function dateFormats(locale: string): Record<string, string> {
  const short = pattern(locale, { year: 'numeric', month: 'numeric', day: 'numeric' });
  const medium = pattern(locale, { dateStyle: 'medium' });
  const long = pattern(locale, { dateStyle: 'long' });
  const shortTime = pattern(locale, { timeStyle: 'short' });
  const mediumTime = pattern(locale, { timeStyle: 'medium' });
  return {
    'dateTime.shortDateFormat': short,
    'dateTime.mediumDateFormat': medium,
    'dateTime.longDateFormat': long,
    'dateTime.shortTimeFormat': shortTime,
    'dateTime.mediumTimeFormat': mediumTime,
    'dateTime.shortDateTimeFormat': `${short} ${shortTime}`,
    'dateTime.mediumDateTimeFormat': `${medium} ${mediumTime}`,
    'dateTime.longDateTimeFormat': `${long} ${mediumTime}`,
  };
}

/** The pattern a format writes dates by, in the letters of Unicode's date patterns. */
function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(
    SAMPLE,
  );
  return parts.map((part) => letters(part)).join('');
}

function letters({ type, value }: Intl.DateTimeFormatPart): string {
  const wide = value.length > 1 && value.startsWith('0');
  switch (type) {
    case 'year':
      return value.length === 2 ? 'yy' : 'yyyy';
    case 'month':
      return /^\d/.test(value) ? (wide ? 'MM' : 'M') : value.length > 4 ? 'MMMM' : 'MMM';
    case 'day':
      return wide ? 'dd' : 'd';
    case 'hour':
      return value === '4' || value === '04' ? (wide ? 'hh' : 'h') : 'HH';
    case 'minute':
      return 'mm';
    case 'second':
      return 'ss';
    case 'dayPeriod':
      return 'a';
    default:
      return /[a-z]/i.test(value) ? `'${value}'` : value.replace(/\u202f/g, ' ');
  }
}

function numberParts(locale: string): { group: string; decimal: string; minusSign: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(-1234567.5);
  const find = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { group: find('group', ','), decimal: find('decimal', '.'), minusSign: find('minusSign', '-') };
}

function currencySymbol(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
