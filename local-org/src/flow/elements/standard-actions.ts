/** Core actions of the platform ("Submit for Approval Actions", "Email Alert Actions", Actions Developer Guide). */
import type { DataValue } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import { asFault, FlowFault } from '../fault.ts';
import type { ActionValues, InvokedAction } from './invocation.ts';

const faultOf: InvokedAction['faultOf'] = (error) =>
  asFault(error, ({ code, message }) => new FlowFault(`${code}: ${message}`));

/** All records are submitted, or none. */
export const submitForApproval: InvokedAction = {
  faultOf,
  call(tx, inputs) {
    const requests = inputs.map(
      (input) =>
        ({
          kind: 'submit',
          objectId: text(input, 'objectId') ?? '',
          comments: text(input, 'comment'),
          nextApproverIds: list(input, 'nextApproverIds'),
          processDefinitionNameOrId: text(input, 'processDefinitionNameOrId'),
          skipEntryCriteria: input.skipEntryCriteria === true,
          submitterId: text(input, 'submitterId'),
        }) as const,
    );
    return tx.org.approvals.process(tx, requests, false).map((result) => {
      const [error] = result.errors;
      if (error !== undefined) throw new OrgError(error.statusCode, error.message, error.fields);
      const { actorIds, entityId, instanceId, instanceStatus, newWorkitemIds } = result;
      return { actorIds, entityId, instanceId, instanceStatus, newWorkitemIds };
    });
  },
};

/** `actionName` is `Object.Alert`. */
export function sendEmailAlert(actionName: string): InvokedAction {
  return {
    faultOf,
    call: (tx: Transaction, inputs) => {
      for (const input of inputs) tx.org.workflow.sendAlert(tx, actionName, text(input, 'SObjectRowId') ?? '');
      return inputs.map(() => ({}));
    },
  };
}

function text(input: ActionValues, name: string): string | null {
  const value = input[name];
  return typeof value === 'string' ? value : null;
}

function list(input: ActionValues, name: string): string[] {
  const value: DataValue | undefined = input[name];
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
}
