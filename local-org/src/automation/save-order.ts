/**
 * The order of execution of an insert or update ("Triggers and Order of Execution", Apex Developer Guide), for one batch.
 * Loading the original and overwriting it is `prepareInsert` and `prepareUpdate`; committing is the transaction's part.
 */
import { RecordGraph } from '../database/record-graph.ts';
import { hasCurrency } from '../schema/currencies.ts';
import { assignAutoNumbers } from './auto-number.ts';
import { captureChanges } from './change-capture.ts';
import { checkReferences } from './checks/references.ts';
import { checkSystemRules } from './checks/system-rules.ts';
import { checkValues } from './checks/system-validation.ts';
import { checkValidationRules } from './checks/validation-rules.ts';
import { applyDefaults } from './defaults.ts';
import { writeHistory } from './field-history.ts';
import { fillFormulaFields } from './formula-fields.ts';
import { rollUpAnew, rollUpParents } from './roll-ups/propagate.ts';
import type { SaveBatch } from './save-row.ts';
import { writeOwnerShares } from './owner-shares.ts';
import { behavioursOf } from './standard/index.ts';
import { runTriggers, takeRecordErrors } from './triggers.ts';
import { runWorkflowRules } from './workflow/workflow-step.ts';
import { writeRows } from './write-rows.ts';

type Step = (batch: SaveBatch) => void;

const steps: readonly Step[] = [
  applyDefaultValues,
  deriveStandardValues,
  validateBefore,
  computeFormulaFields,
  runBeforeSaveFlows,
  runBeforeTriggers,
  settleStandardValues,
  validate,
  checkDuplicates,
  saveRows,
  refreshFormulaFields,
  followUp,
  runAfterTriggers,
  runWorkflowRules,
  runAfterSaveFlows,
  rollUp,
  capture,
];

/** A record that a field update changed again is saved without custom validation rules and duplicate rules. */
function fieldUpdateSteps(reevaluates: boolean): readonly Step[] {
  return steps
    .filter((step) => step !== checkDuplicates && (reevaluates || step !== runWorkflowRules))
    .map((step) => (step === validate ? validateSystem : step));
}

/** Stops after the first step that leaves an error on a record: the caller undoes what was written and decides what to repeat. */
export function runSaveOrder(batch: SaveBatch): void {
  runSteps(batch, steps);
}

/** `reevaluates`: workflow rules are looked at again. */
export function runFieldUpdateOrder(batch: SaveBatch, reevaluates: boolean): void {
  runSteps(batch, fieldUpdateSteps(reevaluates));
}

function runSteps(batch: SaveBatch, order: readonly Step[]): void {
  for (const step of order) {
    if (batch.rows.length === 0 || batch.rows.some(({ errors }) => errors.length > 0)) return;
    step(batch);
  }
}

function capture({ tx, object, operation, rows }: SaveBatch): void {
  captureChanges(tx, object, operation === 'insert' ? 'CREATE' : 'UPDATE', rows);
}

function applyDefaultValues(batch: SaveBatch): void {
  if (batch.operation === 'insert') applyDefaults(batch);
}

function deriveStandardValues(batch: SaveBatch): void {
  for (const behaviour of behavioursOf(batch.object)) behaviour.derive?.(batch);
}

/** "Salesforce validates foreign keys, field formats, maximum field lengths, and restricted picklists." */
function validateBefore(batch: SaveBatch): void {
  checkValues(batch);
  checkReferences(batch, new RecordGraph(batch.tx, recordsOf(batch)));
}

function computeFormulaFields(batch: SaveBatch): void {
  fillFormulaFields(batch.tx, batch.object, originalsOf(batch));
  refreshFormulaFields(batch);
}

function refreshFormulaFields(batch: SaveBatch): void {
  fillFormulaFields(batch.tx, batch.object, recordsOf(batch));
}

function runBeforeSaveFlows(batch: SaveBatch): void {
  batch.tx.org.flows.runBeforeSave(batch.tx, batch.object, recordsOf(batch), oldRecordsOf(batch));
  takeRecordErrors(batch.rows);
}

function runBeforeTriggers(batch: SaveBatch): void {
  runTriggers(batch.tx, batch.object, `before ${batch.operation}`, batch.rows);
}

function settleStandardValues(batch: SaveBatch): void {
  for (const behaviour of behavioursOf(batch.object)) behaviour.settle?.(batch);
}

/** "Runs most system validation steps again, such as verifying that all required fields have a non-null value, and runs any custom validation rules." */
function validate(batch: SaveBatch): void {
  const graph = new RecordGraph(batch.tx, recordsOf(batch));
  checkSystemRules(batch, graph);
  checkValidationRules(batch, graph);
}

function validateSystem(batch: SaveBatch): void {
  checkSystemRules(batch, new RecordGraph(batch.tx, recordsOf(batch)));
}

/** "Executes duplicate rules. If the duplicate rule … uses the block action, the record isn't saved." */
function checkDuplicates({ tx, object, options, rows }: SaveBatch): void {
  const { duplicates } = tx.org;
  if (!duplicates.hasRules(object)) return;
  for (const { record, old, errors } of rows) {
    const error = duplicates.check(tx, record, { before: old, allowSave: options.duplicateRuleAllowSave === true });
    if (error !== undefined) errors.push(error);
  }
}

function saveRows(batch: SaveBatch): void {
  if (batch.operation === 'insert') assignAutoNumbers(batch);
  writeRows(batch);
  writeOwnerShares(batch);
  writeHistory(batch);
}

function followUp(batch: SaveBatch): void {
  for (const behaviour of behavioursOf(batch.object)) behaviour.saved?.(batch);
}

function runAfterTriggers(batch: SaveBatch): void {
  runTriggers(batch.tx, batch.object, `after ${batch.operation}`, batch.rows);
}

function runAfterSaveFlows(batch: SaveBatch): void {
  batch.tx.org.flows.runAfterSave(batch.tx, batch.object, recordsOf(batch), oldRecordsOf(batch));
  takeRecordErrors(batch.rows);
}

function rollUp(batch: SaveBatch): void {
  rollUpParents(batch.tx, batch.object, batch.rows);
  if (hasCurrency(batch.object)) rollUpAnew(batch.tx, batch.object, batch.rows);
}

function recordsOf(batch: SaveBatch) {
  return batch.rows.map(({ record }) => record);
}

function originalsOf(batch: SaveBatch) {
  return batch.rows.flatMap(({ old }) => old ?? []);
}

function oldRecordsOf(batch: SaveBatch) {
  return batch.operation === 'insert' ? null : originalsOf(batch);
}
