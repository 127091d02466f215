/** Results of queries that do not fit one answer, kept for `nextRecordsUrl`. */
import { newId } from '../../schema/ids.ts';

/** Open cursors of a user; with one more the oldest is closed (Salesforce Developer Limits, "Query cursors"). */
const CURSORS_PER_USER = 10;

export class Cursors {
  private readonly open = new Map<string, { readonly userId: string; readonly records: readonly unknown[] }>();
  private count = 0;

  keep(userId: string, records: readonly unknown[]): string {
    const own = this.open
      .entries()
      .filter(([, cursor]) => cursor.userId === userId)
      .toArray();
    for (const [id] of own.slice(0, Math.max(0, own.length - CURSORS_PER_USER + 1))) this.open.delete(id);
    const id = newId('01g', ++this.count);
    this.open.set(id, { userId, records });
    return id;
  }

  /** All records of a cursor; undefined when it is closed or another user's. */
  records(id: string, userId: string): readonly unknown[] | undefined {
    const cursor = this.open.get(id);
    return cursor?.userId === userId ? cursor.records : undefined;
  }
}
