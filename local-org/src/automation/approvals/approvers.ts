/** Whom a step assigns its requests to ("Approver", Metadata API Developer Guide). */
import type { Transaction } from '../../database/transaction.ts';
import type { ApproverSource } from '../../metadata/readers/approval-process.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { ApprovalProcess, ApprovalStep } from './definition.ts';
import { requestFailures } from './errors.ts';
import { directoryOf, isGroup, ownerOf, userRow } from './people.ts';

export interface Assignment {
  readonly process: ApprovalProcess;
  readonly step: ApprovalStep;
  readonly record: SObject;
  /** Who submitted the record for the first step, later who approved the step before. */
  readonly userId: string;
  readonly isFirst: boolean;
  /** Whom the caller chose, for steps that leave it to them. */
  readonly chosen: readonly string[];
}

/** Ids of users and queues. Throws `RequestFailure` when one of them is missing or inactive. */
export function approversOf(tx: Transaction, assignment: Assignment): string[] {
  const { approver } = assignment.step.source.assignedApprover;
  const ids = approver.flatMap((source) => approverIds(tx, source, assignment));
  for (const id of ids) {
    if (!isGroup(tx, id) && userRow(tx, id)?.get('IsActive') !== true) throw requestFailures.inactiveApprover(id);
  }
  return [...new Set(ids)];
}

function approverIds(tx: Transaction, { type, name = '' }: ApproverSource, assignment: Assignment): readonly string[] {
  switch (type) {
    case 'adhoc':
      if (assignment.chosen.length === 0) throw requestFailures.missing('nextApproverIds');
      return assignment.chosen;
    case 'user': {
      const [user] = tx.store.findRows(tx.org.schema.require('User'), 'Username', [name]);
      if (user === undefined) throw requestFailures.noSuchApprover(name);
      return [user.id!];
    }
    case 'queue': {
      const queue = directoryOf(tx).groupNamed(name, 'Queue');
      if (queue === undefined) throw requestFailures.noSuchApprover(name);
      return [queue.id];
    }
    case 'relatedUserField':
      return [userIn(assignment.record, referenceNamed(assignment.process.object, name), name)];
    case 'userHierarchyField':
      return [superiorOf(tx, assignment, name)];
  }
}

/**
 * The user in a hierarchy field of who submitted the record or approved the step before; for the first step of the record's
 * owner when the process says so ("NextAutomatedApprover": useApproverFieldOfRecordOwner).
 */
function superiorOf(tx: Transaction, { process, record, userId, isFirst }: Assignment, name: string): string {
  const ofOwner = isFirst && process.source.nextAutomatedApprover?.useApproverFieldOfRecordOwner === true;
  const subject = ofOwner ? ownerOf(tx, record) : userId;
  const user = subject === null ? undefined : userRow(tx, subject);
  const field = referenceNamed(tx.org.schema.require('User'), name);
  if (user === undefined) throw requestFailures.approverNotDefined(labelOf(field, name));
  return userIn(user, field, name);
}

function userIn(record: SObject, field: FieldSchema | undefined, name: string): string {
  const id = field === undefined ? null : (record.get(field.name) as string | null);
  if (id === null) throw requestFailures.approverNotDefined(labelOf(field, name));
  return id;
}

/** Standard references are named without their `Id`: `Manager`, `Owner`. */
function referenceNamed(object: ObjectSchema, name: string): FieldSchema | undefined {
  return object.field(name) ?? object.field(`${name}Id`) ?? object.relationship(name);
}

function labelOf(field: FieldSchema | undefined, name: string): string {
  return field === undefined || !field.custom ? name : field.label;
}
