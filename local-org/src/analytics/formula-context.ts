/** What formulas of reports know besides their values: the day, the time and the user. */
import type { FormulaContext } from '../schema/formula/index.ts';
import { NotSupported } from '../schema/errors.ts';
import type { DatetimeValue, DateValue, FieldValue } from '../schema/values/index.ts';

export class RowFormulaContext {
  readonly #now: DatetimeValue;
  readonly #today: DateValue;
  readonly #timeZone: string;

  constructor(now: DatetimeValue, today: DateValue, timeZone: string) {
    this.#now = now;
    this.#today = today;
    this.#timeZone = timeZone;
  }

  of(value: (path: string) => FieldValue): FormulaContext {
    return {
      value,
      global: (path) => {
        throw new NotSupported(`${path} in a report formula`);
      },
      isNew: false,
      isChanged: () => false,
      now: this.#now,
      today: this.#today,
      timeZone: this.#timeZone,
    };
  }
}
