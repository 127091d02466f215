/** What a person was found to reach, written as the table writes it. */
import { objectTable } from './table.ts';

/** Which of create, read, edit and delete somebody could do with each object's record, or with some record. */
export type Reach = ReadonlyMap<string, ReadonlySet<string>>;

/** Refusals for want of access; whatever else an attempt ends with, rules of the object have spoken after it was let in. */
const REFUSED =
  /^(NOT_FOUND|INVALID_TYPE|INVALID_FIELD|ENTITY_IS_DELETED|CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY|INSUFFICIENT_ACCESS.*)$/;

export function isRefused(code: string | undefined): boolean {
  return code !== undefined && REFUSED.test(code);
}

/** The cells of the table, from what was reached of the person's own records and of another's. */
export function cells(own: Reach, others: Reach): Record<string, string> {
  return Object.fromEntries(
    [...objectTable.keys()].map((object) => {
      const letters = ['C', 'R', 'E', 'D'].map((letter) => {
        if (others.get(object)?.has(letter) === true) return letter;
        return own.get(object)?.has(letter) === true ? letter.toLowerCase() : '';
      });
      return [object, letters.join('').replace('c', 'C')];
    }),
  );
}
