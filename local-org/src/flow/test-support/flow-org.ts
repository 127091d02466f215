/** An org for tests of flows: the real store, queries and save order, with invocable actions that are functions. */
import { TestOrg } from '../../automation/test-support/test-org.ts';
import { lookup, objectFiles, picklist, rollUp } from '../../automation/test-support/metadata.ts';
import type { ActionDescription, AsyncJob, DataValue, FlowOutputs } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { readMetadata } from '../../metadata/read.ts';
import { projectOf } from '../../project/load.ts';
import { FlowEngine } from '../flow-engine.ts';

export { lookup, objectFiles, picklist, rollUp };

type Inputs = readonly { readonly [name: string]: DataValue }[];
type Action = (inputs: Inputs, tx: Transaction) => { [name: string]: DataValue }[];

export class FlowOrg extends TestOrg {
  readonly engine: FlowEngine;
  /** What flows have queued for after the commit. */
  readonly jobs: Omit<AsyncJob, 'id' | 'userId'>[] = [];

  constructor(
    files: Record<string, string>,
    actions: Readonly<Record<string, Action>> = {},
    describe: (className: string) => ActionDescription | undefined = () => undefined,
  ) {
    super(files);
    const { flows } = readMetadata(projectOf(files));
    this.engine = new FlowEngine(flows.values(), this.schema, describe);
    const { apex, async } = this.services;
    Object.assign(this.services, {
      flows: this.engine,
      apex: {
        ...apex,
        invokeAction: (tx: Transaction, name: string, inputs: Inputs) => actions[name](inputs, tx),
      },
      async: {
        ...async,
        enqueue: (_tx: unknown, job: Omit<AsyncJob, 'id' | 'userId'>) => {
          this.jobs.push(job);
          return '707000000000001AAA';
        },
      },
    });
  }

  start(flow: string, inputs: { readonly [name: string]: DataValue } = {}): FlowOutputs {
    return this.run((tx) => this.engine.start(tx, flow, inputs));
  }
}

/** A flow's file, active and of a current version unless the body says otherwise. */
export function flowFile(name: string, body: string): Record<string, string> {
  const status = body.includes('<status>') ? '' : '<status>Active</status>';
  const version = body.includes('<apiVersion>') ? '' : '<apiVersion>66.0</apiVersion>';
  return {
    [`flows/${name}.flow-meta.xml`]: `<Flow>${version}<label>${name.replaceAll('_', ' ')}</label>${body}${status}</Flow>`,
  };
}

/** A start element for records of an object. */
export function onRecord(
  object: string,
  triggerType: 'RecordBeforeSave' | 'RecordAfterSave',
  recordTriggerType: 'Create' | 'Update' | 'CreateAndUpdate',
  first: string,
  more = '',
): string {
  return (
    `<start><connector><targetReference>${first}</targetReference></connector><object>${object}</object>` +
    `<recordTriggerType>${recordTriggerType}</recordTriggerType><triggerType>${triggerType}</triggerType>${more}</start>`
  );
}

export function startAt(first: string): string {
  return `<start><connector><targetReference>${first}</targetReference></connector></start>`;
}

export function next(target: string, kind = 'connector'): string {
  return `<${kind}><targetReference>${target}</targetReference></${kind}>`;
}

/** `reference('x')`, `literal('numberValue', 5)`: the inside of a value. */
export function reference(path: string, tag = 'value'): string {
  return `<${tag}><elementReference>${path}</elementReference></${tag}>`;
}

export function literal(kind: string, value: string | number | boolean, tag = 'value'): string {
  return `<${tag}><${kind}>${value}</${kind}></${tag}>`;
}

export function variable(name: string, dataType: string, more = ''): string {
  return `<variables><name>${name}</name><dataType>${dataType}</dataType>${more}</variables>`;
}

export function assign(
  name: string,
  items: readonly (readonly [target: string, operator: string, value: string])[],
  more = '',
): string {
  const body = items.map(
    ([target, operator, value]) =>
      `<assignmentItems><assignToReference>${target}</assignToReference><operator>${operator}</operator>${value}</assignmentItems>`,
  );
  return `<assignments><name>${name}</name><label>${name}</label>${body.join('')}${more}</assignments>`;
}

export function filter(field: string, operator: string, value: string): string {
  return `<filters><field>${field}</field><operator>${operator}</operator>${value}</filters>`;
}

export function setField(field: string, value: string): string {
  return `<inputAssignments><field>${field}</field>${value}</inputAssignments>`;
}

export function condition(left: string, operator: string, right: string): string {
  return `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>${right}</conditions>`;
}

export function decide(
  name: string,
  rules: readonly (readonly [rule: string, conditions: string, target: string])[],
  otherwise?: string,
): string {
  const body = rules.map(
    ([rule, conditions, target]) =>
      `<rules><name>${rule}</name><conditionLogic>and</conditionLogic>${conditions}${target === '' ? '' : next(target)}<label>${rule}</label></rules>`,
  );
  const fallback = otherwise === undefined ? '' : next(otherwise, 'defaultConnector');
  return `<decisions><name>${name}</name><label>${name}</label>${fallback}${body.join('')}</decisions>`;
}
