/** The project's workflow rules: `WorkflowService`. */
import type { SaveError } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { WorkflowOutcome, WorkflowService, WorkflowSubject } from '../../database/workflow-service.ts';
import type { IgnoredSource } from '../../metadata/shape.ts';
import type { SourcePosition } from '../../metadata/xml.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import type { ObjectSchema, Schema } from '../../schema/model.ts';
import { sameValue } from '../../schema/values/index.ts';
import { sendAlert } from './alert.ts';
import type { WorkflowActions, WorkflowCatalogue } from './catalogue.ts';
import { type FieldChange, fieldChanges } from './field-changes.ts';
import { takeOtherActions } from './other-actions.ts';
import { WorkflowRule } from './rules.ts';
import { saveFieldUpdates } from './save-field-updates.ts';

/** How often rules are looked at again after field updates that ask for it ("Notes on Field Updates", Salesforce Help). */
const MAX_ROUNDS = 5;

export class WorkflowEngine implements WorkflowService {
  readonly #catalogue: WorkflowCatalogue;
  readonly #rules = new Map<ObjectSchema, readonly WorkflowRule[]>();

  constructor(catalogue: WorkflowCatalogue, schema: Schema) {
    this.#catalogue = catalogue;
    for (const object of schema.objects.values()) {
      const active = (catalogue.source(object)?.rules ?? []).filter((rule) => rule.active);
      if (active.length > 0) {
        this.#rules.set(
          object,
          active.map((rule) => new WorkflowRule(rule, object, schema)),
        );
      }
    }
  }

  hasRules(object: ObjectSchema): boolean {
    return this.#rules.has(object);
  }

  evaluate(tx: Transaction, object: ObjectSchema, subjects: readonly WorkflowSubject[]): readonly WorkflowOutcome[] {
    return subjects.map((subject) => this.#evaluateOne(tx, object, subject));
  }

  sendAlert(tx: Transaction, name: string, recordId: string): void {
    const dot = name.indexOf('.');
    const object = tx.org.schema.require(name.slice(0, dot));
    const alert = this.#catalogue.source(object)?.alerts.find(({ fullName }) => fullName === name.slice(dot + 1));
    const record = tx.store.getRows(object, [recordId]).get(recordId);
    if (alert === undefined) throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `There is no email alert ${name}`);
    if (record === undefined) throw new OrgError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    sendAlert(tx, record, alert);
  }

  /** What of active rules nothing acts on, for the deploy listing. */
  ignored(): IgnoredSource[] {
    return [...this.#rules.values()]
      .flat()
      .flatMap(({ source }) => [
        ...source.workflowTimeTriggers.map((trigger) => ({ type: 'WorkflowTimeTrigger', ...trigger.source })),
        ...source.actions
          .filter(({ type }) => !['FieldUpdate', 'Task', 'Alert'].includes(type))
          .map((action) => ({ type: `Workflow${action.type}`, ...action.source })),
      ]);
  }

  /** What is wrong with the rules. What is not built is told when a rule comes to it. */
  check(): (SourcePosition & { readonly message: string })[] {
    return [...this.#rules].flatMap(([object, rules]) =>
      rules.flatMap((rule) => {
        try {
          rule.compileCriteria();
          this.#catalogue.actions(object, rule.source.actions);
          return [];
        } catch (error) {
          if (error instanceof NotSupported) return [];
          if (!(error instanceof OrgError)) throw error;
          return [{ ...rule.source.source, message: `${rule.source.fullName}: ${error.message}` }];
        }
      }),
    );
  }

  /** "Only workflow rules that didn't fire before will be retriggered" ("Notes on Field Updates", Salesforce Help). */
  #evaluateOne(tx: Transaction, object: ObjectSchema, subject: WorkflowSubject): WorkflowOutcome {
    const waiting = new Set(this.#rules.get(object));
    const taken: WorkflowActions[] = [];
    const masters: FieldChange[] = [];
    let changed = false;
    for (let round = 0, again = true; again && round <= MAX_ROUNDS; round++) {
      again = false;
      const firing = [...waiting].filter((rule) => rule.fires(tx, subject));
      for (const rule of firing) {
        waiting.delete(rule);
        const actions = this.#catalogue.actions(object, rule.source.actions);
        taken.push(actions);
        for (const change of fieldChanges(tx, subject.record, subject.before, actions.fieldUpdates)) {
          if (change.record.schema !== object || change.record.id !== subject.record.id) masters.push(change);
          else if (apply(change, subject)) [changed, again] = [true, again || change.reevaluates];
        }
      }
    }
    return { changed, finish: () => finish(tx, subject, masters, taken) };
  }
}

/** Whether the update gives a field another value. */
function apply({ record: change }: FieldChange, { record }: WorkflowSubject): boolean {
  const different = [...change.values].filter(([name, value]) => !sameValue(value, record.values.get(name) ?? null));
  for (const [name, value] of different) record.values.set(name, value);
  return different.length > 0;
}

function finish(
  tx: Transaction,
  { record }: WorkflowSubject,
  masters: readonly FieldChange[],
  taken: readonly WorkflowActions[],
): readonly SaveError[] {
  for (const change of masters) {
    const [errors] = saveFieldUpdates(tx, [change]).values();
    if (errors !== undefined) return errors;
  }
  for (const actions of taken) takeOtherActions(tx, record, actions);
  return [];
}
