/** All elements of a flow, by name. */
import type { FlowElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { compileActionCall } from './action-call.ts';
import { compileAssignment } from './assignment.ts';
import { compileCollectionProcessor } from './collection-processor.ts';
import { compileCustomError } from './custom-error.ts';
import { compileDecision } from './decision.ts';
import { compileSubflow } from './flow-call.ts';
import { compileLoop } from './loop.ts';
import { compileRecordCreate } from './record-create.ts';
import { compileRecordDelete } from './record-delete.ts';
import { compileRecordLookup } from './record-lookup.ts';
import { compileRecordUpdate } from './record-update.ts';
import { compileUnbuilt } from './unbuilt.ts';

export function compileElements(compiler: FlowCompiler): ReadonlyMap<string, FlowElement> {
  const { definition } = compiler;
  const elements: FlowElement[] = [
    ...definition.assignments.map((source) => compileAssignment(source, compiler)),
    ...definition.decisions.map((source) => compileDecision(source, compiler)),
    ...definition.loops.map((source) => compileLoop(source, compiler)),
    ...definition.collectionProcessors.map((source) => compileCollectionProcessor(source, compiler)),
    ...definition.customErrors.map((source) => compileCustomError(source, compiler)),
    ...definition.recordLookups.map((source) => compileRecordLookup(source, compiler)),
    ...definition.recordCreates.map((source) => compileRecordCreate(source, compiler)),
    ...definition.recordUpdates.map((source) => compileRecordUpdate(source, compiler)),
    ...definition.recordDeletes.map((source) => compileRecordDelete(source, compiler)),
    ...definition.actionCalls.map((source) => compileActionCall(source, compiler)),
    ...definition.subflows.map((source) => compileSubflow(source, compiler)),
    ...compileUnbuilt(compiler),
  ];
  return new Map(elements.map((element) => [element.name, element]));
}
