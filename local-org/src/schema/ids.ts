/**
 * Record ids: three characters of key prefix, three of the instance on which the record was made, nine of number in base 62, three
 * that make the case of the others safe. With an instance they differ from the ids that tests make up, which begin with zeros.
 */
import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const INSTANCE = '5g0';
/** Fourth character of ids that follow from a name. */
const STABLE_MARK = 'L';
const ID = /^[a-zA-Z\d]{15}(?:[a-zA-Z\d]{3})?$/;

/** The id of the `sequence`-th record of a prefix, 18 characters. */
export function newId(prefix: string, sequence: number): string {
  return to18(prefix + INSTANCE + base62(BigInt(sequence)).padStart(9, '0'));
}

/** An 18-character id that is always the same for the same prefix and name: for records made from metadata. */
export function stableId(prefix: string, name: string): string {
  const digest = createHash('sha256').update(name.toLowerCase()).digest();
  const number = digest.readBigUInt64BE() % 62n ** 11n;
  return to18(`${prefix}${STABLE_MARK}${base62(number).padStart(11, '0')}`);
}

/** Whether the id was made by `stableId`; ids that count up do not get there. */
export function isStableId(id: string): boolean {
  return id.charAt(3) === STABLE_MARK;
}

/**
 * The 18-character form of an id. The last three characters hold which of the first 15 are upper case
 * (Salesforce Help, "What are the differences between 15-character and 18-character record IDs").
 */
export function to18(id: string): string {
  if (id.length === 18) return id;
  let check = '';
  for (let chunk = 0; chunk < 3; chunk++) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const character = id.charAt(chunk * 5 + at);
      if (character >= 'A' && character <= 'Z') bits |= 1 << at;
    }
    check += CHECK_DIGITS.charAt(bits);
  }
  return id + check;
}

/** Whether the text could be an id, right check digits or not: queries take both. */
export function hasIdForm(text: string): boolean {
  return ID.test(text);
}

/** Whether the text has the form of an id, of 15 characters or of 18 with the right check digits. */
export function isId(text: string): boolean {
  if (!ID.test(text)) return false;
  return text.length === 15 || to18(text.slice(0, 15)) === text.slice(0, 15) + text.slice(15).toUpperCase();
}

function base62(number: bigint): string {
  let text = '';
  for (let rest = number; rest > 0n; rest /= 62n) text = DIGITS.charAt(Number(rest % 62n)) + text;
  return text;
}
