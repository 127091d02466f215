/** The workflow rules and actions of the project's objects, compiled when they are first needed. */
import type { Component, Components } from '../../metadata/metadata.ts';
import type { WorkflowActionReferenceSource, WorkflowSource } from '../../metadata/readers/workflow.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import { compileFieldUpdate, type FieldUpdate } from './field-update.ts';

/** Actions in the order in which they are taken: field updates before all others. */
export interface WorkflowActions {
  readonly fieldUpdates: readonly FieldUpdate[];
  readonly tasks: WorkflowSource['tasks'];
  readonly alerts: WorkflowSource['alerts'];
}

export class WorkflowCatalogue {
  readonly #sources: ReadonlyMap<string, Component<WorkflowSource>>;
  readonly #schema: Schema;
  readonly #fieldUpdates = new Map<string, FieldUpdate>();

  constructor(workflows: Components<WorkflowSource>, schema: Schema) {
    this.#sources = new Map([...workflows.values()].map((source) => [source.fullName.toLowerCase(), source]));
    this.#schema = schema;
  }

  source(object: ObjectSchema): WorkflowSource | undefined {
    return this.#sources.get(object.name.toLowerCase());
  }

  /** Throws `NotSupported` for an action that is not there or of a type that is not built, and `FormulaError`. */
  actions(object: ObjectSchema, references: readonly WorkflowActionReferenceSource[]): WorkflowActions {
    const source = this.source(object);
    const named = <T extends { readonly fullName: string }>(
      type: WorkflowActionReferenceSource['type'],
      all: readonly T[] = [],
    ): T[] =>
      references
        .filter((reference) => reference.type === type)
        .map((reference) => all.find(({ fullName }) => fullName === reference.name) ?? missing(reference));
    const unbuilt = references.find(({ type }) => !BUILT.has(type));
    if (unbuilt !== undefined) throw new NotSupported(`workflow action ${unbuilt.type}`, placeOf(unbuilt));
    return {
      fieldUpdates: named('FieldUpdate', source?.fieldUpdates).map((update) => {
        const key = `${object.name}.${update.fullName}`;
        let compiled = this.#fieldUpdates.get(key);
        if (compiled === undefined) {
          compiled = compileFieldUpdate(update, object, this.#schema);
          this.#fieldUpdates.set(key, compiled);
        }
        return compiled;
      }),
      tasks: named('Task', source?.tasks),
      alerts: named('Alert', source?.alerts),
    };
  }
}

const BUILT: ReadonlySet<string> = new Set(['FieldUpdate', 'Task', 'Alert']);

function missing(reference: WorkflowActionReferenceSource): never {
  throw new NotSupported(
    `${reference.type} ${reference.name}, which the object's workflow does not have`,
    placeOf(reference),
  );
}

function placeOf({ source }: WorkflowActionReferenceSource): string {
  return `${source.file}:${source.line}`;
}
