/** Auto-number fields, the name among them. */
import { OrgError } from '../schema/errors.ts';
import { DatetimeValue } from '../schema/values/index.ts';
import { goodRows, type SaveBatch } from './save-row.ts';

/** Gives the next numbers; a number is never given twice, also when the save fails ("Custom Field Types", Salesforce help). */
export function assignAutoNumbers(batch: SaveBatch): void {
  const fields = [...batch.object.fields.values()].filter((field) => field.autoNumber);
  if (fields.length === 0) return;
  const { clock } = batch.tx.org;
  const day = new DatetimeValue(clock.now()).date(batch.tx.user.timeZone).toString();
  for (const { record } of goodRows(batch)) {
    for (const field of fields) {
      const number = batch.tx.store.nextAutoNumber(field);
      record.values.set(field.name, formatAutoNumber(field.displayFormat ?? '{0}', number, day));
    }
  }
}

/**
 * A display format: `{0000}` is the number with at least that many digits, `{YYYY}`, `{YY}`, `{MM}` and `{DD}` parts of the
 * day (`2026-01-31`).
 */
export function formatAutoNumber(format: string, number: number, day: string): string {
  return format.replace(/\{([^{}]*)\}/g, (whole, token: string) => {
    if (/^0+$/.test(token)) return String(number).padStart(token.length, '0');
    switch (token) {
      case 'YYYY':
        return day.slice(0, 4);
      case 'YY':
        return day.slice(2, 4);
      case 'MM':
        return day.slice(5, 7);
      case 'DD':
        return day.slice(8, 10);
      default:
        throw new OrgError('INVALID_DISPLAY_FORMAT', `The display format ${format} has an unknown part ${whole}`);
    }
  });
}
