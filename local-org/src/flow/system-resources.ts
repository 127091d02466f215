/** `$Record`, `$Record__Prior` and `$Flow` ("Global Variables in Flow" in the Salesforce help). */
import { randomUUID } from 'node:crypto';
import type { FieldType } from '../schema/model.ts';
import type { FlowCompiler } from './flow-compiler.ts';
import { scalar, type FlowType } from './flow-type.ts';
import type { FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import type { Reader, Resource } from './resource.ts';

type SystemValue = readonly [name: string, type: FieldType, read: (interview: Interview) => FlowValue];

const guids = new WeakMap<Interview, string>();

const FLOW_VALUES: readonly SystemValue[] = [
  ['CurrentDate', 'date', ({ run }) => run.environment.today],
  ['CurrentDateTime', 'datetime', ({ run }) => run.environment.now],
  ['CurrentRecord', 'string', ({ trigger }) => trigger?.record.id ?? null],
  ['FaultMessage', 'string', ({ faultMessage }) => faultMessage],
  ['InterviewGuid', 'string', guidOf],
  ['InterviewStartTime', 'datetime', ({ startedAt }) => startedAt],
];

function guidOf(interview: Interview): string {
  let guid = guids.get(interview);
  if (guid === undefined) guids.set(interview, (guid = randomUUID()));
  return guid;
}

/** By lower-case name. */
export function* systemResources(compiler: FlowCompiler): Iterable<[string, Resource]> {
  const recordType = (): FlowType => ({ kind: 'record', object: compiler.object(compiler.definition.start?.object) });
  yield ['$record', record(recordType, ({ trigger }) => trigger?.record ?? null, true)];
  yield ['$record__prior', record(recordType, ({ trigger }) => trigger?.before ?? null, false)];
  for (const [name, type, read] of FLOW_VALUES) {
    yield [`$flow.${name.toLowerCase()}`, { type: scalar(type), read }];
  }
  yield ['$globalconstant.emptystring', { type: scalar('string'), read: () => '' }];
  yield ['$globalconstant.true', { type: scalar('boolean'), read: () => true }];
  yield ['$globalconstant.false', { type: scalar('boolean'), read: () => false }];
}

function record(type: () => FlowType, read: Reader, fieldsAssignable: boolean): Resource {
  return {
    get type() {
      return type();
    },
    read,
    fieldsAssignable,
    live: true,
  };
}
