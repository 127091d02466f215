/** When workflow rules fire ("WorkflowRule", Metadata API Developer Guide). */
import type { Transaction } from '../../database/transaction.ts';
import { formulaEnvironment } from '../../database/formula-environment.ts';
import { RecordGraph } from '../../database/record-graph.ts';
import type { WorkflowSubject } from '../../database/workflow-service.ts';
import type { WorkflowRuleSource } from '../../metadata/readers/workflow.ts';
import { NotSupported } from '../../schema/errors.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import { compileCriteria, type Criteria } from '../criteria/criteria.ts';

export class WorkflowRule {
  readonly source: WorkflowRuleSource;
  readonly #object: ObjectSchema;
  readonly #schema: Schema;
  #criteria: Criteria | undefined;

  constructor(source: WorkflowRuleSource, object: ObjectSchema, schema: Schema) {
    this.source = source;
    this.#object = object;
    this.#schema = schema;
  }

  /** Throws `FormulaError` and `NotSupported` where the criteria are wrong or not built. */
  compileCriteria(): Criteria {
    this.#criteria ??= compileCriteria(this.source, this.#object, this.#schema, this.#where);
    return this.#criteria;
  }

  fires(tx: Transaction, { record, before }: WorkflowSubject): boolean {
    const graph = new RecordGraph(tx, before === null ? [record] : [record, before]);
    const environment = formulaEnvironment(tx, graph);
    const criteria = this.compileCriteria();
    if (!criteria(record, before, environment)) return false;
    switch (this.source.triggerType) {
      case 'onCreateOnly':
        return before === null;
      case 'onAllChanges':
        return true;
      case 'onCreateOrTriggeringUpdate':
        return before === null || !criteria(before, null, environment);
      case 'OnRecursiveUpdate':
        throw new NotSupported('workflow rule that is triggered by OnRecursiveUpdate', this.#where);
    }
  }

  get #where(): string {
    return `${this.source.source.file}:${this.source.source.line}`;
  }
}
