/** Key prefixes of objects that a project defines. */
import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Gives each object a prefix that starts with its kind's letter. A prefix follows from the object's name, so that it stays
 * the same when other objects come and go; `known` are those given before, which records already carry.
 */
export class KeyPrefixes {
  private readonly known: ReadonlyMap<string, string>;
  private readonly taken: Set<string>;

  constructor(known: ReadonlyMap<string, string>) {
    this.known = known;
    this.taken = new Set(known.values());
  }

  of(objectName: string, letter: string): string {
    const before = this.known.get(objectName);
    if (before !== undefined) return before;
    const slots = DIGITS.length ** 2;
    const start = createHash('sha256').update(objectName.toLowerCase()).digest().readUInt32BE() % slots;
    for (let step = 0; step < slots; step++) {
      const slot = (start + step) % slots;
      const prefix = letter + DIGITS.charAt(Math.floor(slot / DIGITS.length)) + DIGITS.charAt(slot % DIGITS.length);
      if (this.taken.has(prefix)) continue;
      this.taken.add(prefix);
      return prefix;
    }
    throw new Error(`No key prefix is left for ${objectName}`);
  }
}
