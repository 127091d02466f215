/** "Runs most system validation steps again, such as verifying that all required fields have a non-null value." */
import type { RecordGraph } from '../../database/record-graph.ts';
import type { SaveBatch } from '../save-row.ts';
import { checkReferences } from './references.ts';
import { checkRequired } from './required.ts';
import { checkValues } from './system-validation.ts';
import { checkUnique } from './unique.ts';

export function checkSystemRules(batch: SaveBatch, graph: RecordGraph): void {
  checkValues(batch);
  checkRequired(batch);
  checkReferences(batch, graph);
  checkUnique(batch);
}
