/** Tasks that workflow rules and approval processes assign ("WorkflowTask", Metadata API Developer Guide). */
import type { Transaction } from '../../database/transaction.ts';
import type { WorkflowTaskSource } from '../../metadata/readers/workflow.ts';
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { SObject } from '../../schema/sobject.ts';
import { DatetimeValue, DateValue, type FieldValue } from '../../schema/values/index.ts';

export function createTask(tx: Transaction, record: SObject, source: WorkflowTaskSource): void {
  const object = tx.org.schema.require('Task');
  const related = ['Contact', 'Lead'].includes(record.schema.name) ? 'WhoId' : 'WhatId';
  const task = new SObject(object, [
    ['Subject', source.subject],
    ['Description', source.description ?? null],
    ['Status', source.status],
    ['Priority', source.priority],
    ['OwnerId', assignee(tx, record, source)],
    ['ActivityDate', dueDate(tx, record, source)],
    [related, record.id],
  ]);
  tx.org.dml.insert(tx, [task], { mode: 'system', sharing: false, allOrNone: true });
}

function assignee(tx: Transaction, record: SObject, source: WorkflowTaskSource): FieldValue {
  switch (source.assignedToType) {
    case 'owner':
      return record.get('OwnerId');
    case 'creator':
      return record.get('CreatedById');
    case 'user': {
      const [user] = tx.store.findRows(tx.org.schema.require('User'), 'Username', [source.assignedTo ?? '']);
      if (user === undefined)
        throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `No user named ${source.assignedTo} found`);
      return user.id;
    }
    default:
      throw new NotSupported(
        `workflow task assigned to ${source.assignedToType}`,
        `${source.source.file}:${source.source.line}`,
      );
  }
}

/** So many days after the day on which the rule was triggered, or after a date of the record. */
function dueDate(tx: Transaction, record: SObject, source: WorkflowTaskSource): FieldValue {
  const name = source.offsetFromField?.slice(source.offsetFromField.indexOf('.') + 1);
  const from = name === undefined ? new DatetimeValue(tx.org.clock.now()) : record.get(name);
  if (from instanceof DatetimeValue) return from.date(tx.user.timeZone).addDays(source.dueDateOffset);
  return from instanceof DateValue ? from.addDays(source.dueDateOffset) : null;
}
