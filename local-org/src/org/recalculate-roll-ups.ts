/** Brings roll-up summary fields up to date after a deploy, which may have added or changed them. */
import { computeRollUps } from '../automation/roll-ups/compute.ts';
import { allRollUps } from '../automation/roll-ups/fields.ts';
import type { Transaction } from '../database/transaction.ts';
import { sameValue } from '../schema/values/index.ts';

/** Runs no triggers: "mass recalculation" of a changed field does not save the records (Salesforce help, "Roll-Up Summary Field"). */
export function recalculateRollUps(tx: Transaction): void {
  for (const [parent, fields] of Map.groupBy(allRollUps(tx.org.schema), (rollUp) => rollUp.parent)) {
    const stored = new Map(tx.store.allRows(parent).map((record) => [record.id!, record]));
    if (stored.size === 0) continue;
    for (const [id, values] of computeRollUps(tx, fields, [...stored.keys()])) {
      const different = [...values].filter(([name, value]) => !sameValue(value, stored.get(id)!.get(name)));
      if (different.length > 0) tx.store.updateRow(parent, id, new Map(different));
    }
  }
}
