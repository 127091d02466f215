/**
 * "Executes workflow rules. If there are workflow field updates, updates the record again, runs system validations again, and
 * executes before update triggers and after update triggers, regardless of the record operation, one more time (and only one
 * more time)" ("Triggers and Order of Execution", Apex Developer Guide).
 */
import { RecordGraph } from '../../database/record-graph.ts';
import type { SObject } from '../../schema/sobject.ts';
import { writeHistory } from '../field-history.ts';
import { fillFormulaFields } from '../formula-fields.ts';
import { checkSystemRules } from '../checks/system-rules.ts';
import type { SaveBatch, SaveRow } from '../save-row.ts';
import { behavioursOf } from '../standard/index.ts';
import { runTriggers } from '../triggers.ts';
import { writeRows } from '../write-rows.ts';

export function runWorkflowRules(batch: SaveBatch): void {
  const { tx, object, rows } = batch;
  const { workflow } = tx.org;
  if (!workflow.hasRules(object)) return;
  const stored = new Map(rows.map((row) => [row, row.record.clone()]));
  const outcomes = workflow.evaluate(
    tx,
    object,
    rows.map(({ record, old }) => ({ record, before: old })),
  );
  const changed = rows.filter((_, index) => outcomes[index].changed);
  if (changed.length > 0) saveAgain(batch, changed, stored);
  rows.forEach((row, index) => {
    if (row.errors.length === 0) row.errors.push(...outcomes[index].finish());
  });
}

/** Triggers see the record as it was before the whole save; what is written is compared with what is stored. */
function saveAgain(
  { tx, object, options }: SaveBatch,
  rows: readonly SaveRow[],
  stored: ReadonlyMap<SaveRow, SObject>,
) {
  const again: SaveBatch = {
    tx,
    object,
    operation: 'update',
    options,
    rows: rows.map((row) => ({ ...row, old: stored.get(row)! })),
  };
  const seen = rows.map(({ record, old, errors }, index) => ({ record, old: old ?? again.rows[index].old, errors }));
  const records = rows.map(({ record }) => record);
  const steps = [
    () => fillFormulaFields(tx, object, records),
    () => runTriggers(tx, object, 'before update', seen),
    () => behavioursOf(object).forEach((behaviour) => behaviour.settle?.(again)),
    () => checkSystemRules(again, new RecordGraph(tx, records)),
    () => writeRows(again),
    () => writeHistory(again),
    () => fillFormulaFields(tx, object, records),
    () => behavioursOf(object).forEach((behaviour) => behaviour.saved?.(again)),
    () => runTriggers(tx, object, 'after update', seen),
  ];
  for (const step of steps) {
    if (rows.some(({ errors }) => errors.length > 0)) return;
    step();
  }
}
