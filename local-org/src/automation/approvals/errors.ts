/** The platform's words for approval requests that cannot be carried out ("Status Codes", SOAP API Developer Guide). */
import type { SaveError } from '../../database/services.ts';

/** Ends one request; what it did is undone. */
export class RequestFailure extends Error {
  readonly errors: readonly SaveError[];

  constructor(errors: readonly SaveError[]) {
    super(errors[0]?.message);
    this.name = 'RequestFailure';
    this.errors = errors;
  }
}

function failure(statusCode: string, message: string, fields: readonly string[] = []): RequestFailure {
  return new RequestFailure([{ statusCode, message, fields }]);
}

export const requestFailures = {
  noSuchRecord: () => failure('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'),
  noApplicableProcess: () => failure('NO_APPLICABLE_PROCESS', 'No applicable approval process was found.'),
  alreadyInProcess: () => failure('ALREADY_IN_PROCESS', 'Cannot submit object already in process.'),
  notAllowed: () =>
    failure('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id'),
  missing: (field: string) => failure('REQUIRED_FIELD_MISSING', `missing required field: [${field}]`, [field]),
  approverNotDefined: (field: string) =>
    failure(
      'MANAGER_NOT_DEFINED',
      `This approval request requires the next approver to be determined by the ${field} field. This value is empty. ` +
        'Please contact your administrator for more information.',
    ),
  noSuchApprover: (name: string) => failure('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${name}`),
  inactiveApprover: (id: string) => failure('INACTIVE_OWNER_OR_USER', `operation performed with inactive user [${id}]`),
  unknownAction: (action: string) => failure('INVALID_OPERATION', `invalid action: ${action}`),
} as const;
