/** Now, on the calendar and in the language of the running user. */
import { currentTransaction } from '../../../database/transaction.ts';
import { DatetimeValue, type DateValue } from '../../../schema/values/index.ts';

export function now(): DatetimeValue {
  return new DatetimeValue(currentTransaction().org.clock.now());
}

export function today(): DateValue {
  return now().date(userTimeZone());
}

export function userTimeZone(): string {
  return currentTransaction().user.timeZone;
}

export function userLocale(): string {
  return currentTransaction().user.locale;
}
