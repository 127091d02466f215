/** Approval processes as the engine works with them: criteria and actions compiled when they are first needed. */
import { stableId } from '../../schema/ids.ts';
import type { Component } from '../../metadata/metadata.ts';
import type {
  ApprovalActionSource,
  ApprovalProcessSource,
  ApprovalStepSource,
} from '../../metadata/readers/approval-process.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import { compileCriteria, type Criteria } from '../criteria/criteria.ts';
import type { WorkflowActions, WorkflowCatalogue } from '../workflow/catalogue.ts';

/** When actions of the process itself are taken. */
export type ProcessEvent = 'initialSubmission' | 'finalApproval' | 'finalRejection' | 'recall';

export class ApprovalStep {
  readonly source: ApprovalStepSource;
  /** Id of the ProcessNode row. */
  readonly id: string;
  readonly #process: ApprovalProcess;
  #criteria: Criteria | undefined;

  constructor(source: ApprovalStepSource, process: ApprovalProcess, schema: Schema) {
    this.source = source;
    this.#process = process;
    this.id = processNodeId(schema, process.fullName, source.name);
  }

  get criteria(): Criteria {
    this.#criteria ??= this.#process.compileCriteria(this.source.entryCriteria);
    return this.#criteria;
  }

  get approvalActions(): WorkflowActions {
    return this.#process.compileActions(this.source.approvalActions);
  }

  get rejectionActions(): WorkflowActions {
    return this.#process.compileActions(this.source.rejectionActions);
  }
}

export class ApprovalProcess {
  readonly source: Component<ApprovalProcessSource>;
  /** Id of the ProcessDefinition row. */
  readonly id: string;
  readonly object: ObjectSchema;
  readonly steps: readonly ApprovalStep[];
  readonly #schema: Schema;
  readonly #workflows: WorkflowCatalogue;
  #criteria: Criteria | undefined;

  constructor(source: Component<ApprovalProcessSource>, schema: Schema, workflows: WorkflowCatalogue) {
    this.source = source;
    this.#schema = schema;
    this.#workflows = workflows;
    this.id = processDefinitionId(schema, source.fullName);
    this.object = schema.require(objectNameOf(source.fullName));
    this.steps = source.approvalStep.map((step) => new ApprovalStep(step, this, schema));
  }

  /** `Object.Process`. */
  get fullName(): string {
    return this.source.fullName;
  }

  get developerName(): string {
    return developerNameOf(this.fullName);
  }

  get criteria(): Criteria {
    this.#criteria ??= this.compileCriteria(this.source.entryCriteria);
    return this.#criteria;
  }

  actions(event: ProcessEvent): WorkflowActions {
    return this.compileActions(this.source[`${event}Actions`]);
  }

  compileCriteria(source: ApprovalProcessSource['entryCriteria']): Criteria {
    const { file, line } = source?.source ?? this.source.source;
    return compileCriteria(source, this.object, this.#schema, `${file}:${line}`);
  }

  compileActions(source: ApprovalActionSource | undefined): WorkflowActions {
    return this.#workflows.actions(this.object, source?.action ?? []);
  }

  /** All criteria and actions. Throws what is wrong with one of them. */
  compileAll(): readonly unknown[] {
    const events = ['initialSubmission', 'finalApproval', 'finalRejection', 'recall'] as const;
    return [
      this.criteria,
      ...events.map((event) => this.actions(event)),
      ...this.steps.map(({ criteria, approvalActions, rejectionActions }) => [
        criteria,
        approvalActions,
        rejectionActions,
      ]),
    ];
  }
}

export function objectNameOf(fullName: string): string {
  return fullName.slice(0, fullName.indexOf('.'));
}

export function developerNameOf(fullName: string): string {
  return fullName.slice(fullName.indexOf('.') + 1);
}

export function processDefinitionId(schema: Schema, fullName: string): string {
  return stableId(schema.require('ProcessDefinition').keyPrefix, fullName);
}

export function processNodeId(schema: Schema, fullName: string, step: string): string {
  return stableId(schema.require('ProcessNode').keyPrefix, `${fullName}.${step}`);
}
