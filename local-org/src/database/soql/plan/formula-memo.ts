/** Results of a formula field by its inputs: reports evaluate one formula for a million rows that have few different values. */
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';

/** Results kept of one formula; after that they are forgotten all at once. */
const MOST_RESULTS = 20_000;

/** Computes a result; calls `refuse` when it depends on more than the inputs, the day and the time zone. */
type Compute = (refuse: () => void) => SQLInputValue;

export class FormulaMemo {
  readonly #results = new Map<SQLOutputValue, SQLInputValue>();
  #minute = 0;
  #timeZone = '';

  get(inputs: readonly SQLOutputValue[], now: number, timeZone: string, compute: Compute): SQLInputValue {
    // Days begin with a minute in every time zone.
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute || timeZone !== this.#timeZone || this.#results.size >= MOST_RESULTS) {
      this.#results.clear();
      this.#minute = minute;
      this.#timeZone = timeZone;
    }
    const key = inputs.length === 1 ? inputs[0] : keyOf(inputs);
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    let keeps = true;
    const result = compute(() => (keeps = false));
    if (keeps) this.#results.set(key, result);
    return result;
  }
}

/** Each input has one type besides null, so no two lists have one text: lengths keep texts apart. */
function keyOf(inputs: readonly SQLOutputValue[]): string {
  let key = '';
  for (const input of inputs) {
    if (input === null) key += '-';
    else {
      const text = String(input);
      key += `${text.length}:${text}`;
    }
  }
  return key;
}
