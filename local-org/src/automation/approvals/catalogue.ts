/** The project's approval processes. */
import type { Component, Components } from '../../metadata/metadata.ts';
import type { ApprovalProcessSource } from '../../metadata/readers/approval-process.ts';
import type { SourcePosition } from '../../metadata/xml.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import type { WorkflowCatalogue } from '../workflow/catalogue.ts';
import { ApprovalProcess, objectNameOf } from './definition.ts';

export class ApprovalCatalogue {
  readonly #processes: readonly ApprovalProcess[];
  /** Processes of objects that are not there. */
  readonly #stray: readonly Component<ApprovalProcessSource>[];

  constructor(sources: Components<ApprovalProcessSource>, schema: Schema, workflows: WorkflowCatalogue) {
    const known = ({ fullName }: Component<ApprovalProcessSource>) =>
      schema.object(objectNameOf(fullName)) !== undefined;
    const all = [...sources.values()];
    this.#processes = all.filter(known).map((source) => new ApprovalProcess(source, schema, workflows));
    this.#stray = all.filter((source) => !known(source));
  }

  /** The active processes of an object, or of all, in the order in which they are tried. */
  processesOf(object?: ObjectSchema): readonly ApprovalProcess[] {
    return this.#processes
      .filter(({ source, object: own }) => source.active && (object === undefined || own === object))
      .sort((a, b) => (a.source.processOrder ?? Infinity) - (b.source.processOrder ?? Infinity) || 0);
  }

  /** Also an inactive one: records that are in it go on. */
  process(id: string): ApprovalProcess {
    const process = this.#processes.find((candidate) => candidate.id === id);
    if (process === undefined) throw new OrgError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return process;
  }

  /** What is wrong with the processes. What is not built is told when a process comes to it. */
  check(): (SourcePosition & { readonly message: string })[] {
    const stray = this.#stray.map(({ fullName, source }) => ({
      ...source,
      message: `${fullName}: there is no object ${objectNameOf(fullName)}`,
    }));
    const broken = this.#processes.flatMap((process) => {
      try {
        process.compileAll();
        return [];
      } catch (error) {
        if (error instanceof NotSupported) return [];
        if (!(error instanceof OrgError)) throw error;
        return [{ ...process.source.source, message: `${process.fullName}: ${error.message}` }];
      }
    });
    return [...stray, ...broken];
  }
}
