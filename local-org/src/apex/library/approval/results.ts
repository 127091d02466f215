/** Approval.ProcessResult, LockResult and UnlockResult (Apex Reference Guide). */
import type { ApprovalResult } from '../../../database/approval-service.ts';
import type { SaveResult } from '../../../database/services.ts';
import { ApexList, LibraryObject } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
import { libraryClass, type LibraryClass } from '../define.ts';
import { errorList } from '../database/error.ts';
import { readings } from '../support/readings.ts';

export class ProcessResultValue extends LibraryObject {
  readonly typeName = 'Approval.ProcessResult';
  readonly result: ApprovalResult;

  constructor(result: ApprovalResult) {
    super();
    this.result = result;
  }
}

export class LockResultValue extends LibraryObject {
  readonly typeName: string;
  readonly result: SaveResult;

  constructor(type: 'LockResult' | 'UnlockResult', result: SaveResult) {
    super();
    this.typeName = `Approval.${type}`;
    this.result = result;
  }
}

const lockReadings = readings<LockResultValue>({
  'List<Database.Error> Errors': ({ result }) => errorList(result.errors),
  'Id Id': ({ result }) => result.id,
  'Boolean Success': ({ result }) => result.success,
});

export const resultClasses: readonly LibraryClass[] = [
  libraryClass(
    'Approval.ProcessResult',
    readings<ProcessResultValue>({
      'List<Id> ActorIds': ({ result }) => new ApexList(types.Id, [...result.actorIds]),
      'String EntityId': ({ result }) => result.entityId,
      'List<Database.Error> Errors': ({ result }) => (result.success ? null : errorList(result.errors)),
      'String InstanceId': ({ result }) => result.instanceId,
      'String InstanceStatus': ({ result }) => result.instanceStatus,
      'List<Id> NewWorkitemIds': ({ result }) => new ApexList(types.Id, [...result.newWorkitemIds]),
      'Boolean Success': ({ result }) => result.success,
    }),
  ),
  libraryClass('Approval.LockResult', lockReadings),
  libraryClass('Approval.UnlockResult', lockReadings),
];
