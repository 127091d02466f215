/** Results of the Metadata API, alike in SOAP and REST ("DeployResult", "RetrieveResult"; Metadata API Developer Guide). */
import type { DeployJob, RetrieveJob } from './jobs.ts';

export function deployResult(job: DeployJob, includeDetails: boolean) {
  const { id, options, outcome, user } = job;
  const { messages, tests, status, error } = outcome;
  const components = messages.filter(({ componentType, problem }) => componentType !== '' || problem !== undefined);
  const successes = messages.filter(({ success }) => success);
  const failures = messages.filter(({ success }) => !success);
  return {
    checkOnly: options.checkOnly,
    completedDate: job.completed,
    createdBy: user.id,
    createdByName: user.name,
    createdDate: job.started,
    ...(includeDetails
      ? { details: { componentFailures: failures, componentSuccesses: successes, runTestResult: tests ?? noTests } }
      : {}),
    done: true,
    ...(error === undefined ? {} : { errorMessage: error.message, errorStatusCode: error.statusCode }),
    id,
    ignoreWarnings: options.ignoreWarnings,
    lastModifiedDate: job.completed,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: status === 'Failed' ? 0 : components.length - failures.length,
    numberComponentsTotal: components.length,
    numberTestErrors: tests?.numFailures ?? 0,
    numberTestsCompleted: (tests?.numTestsRun ?? 0) - (tests?.numFailures ?? 0),
    numberTestsTotal: tests?.numTestsRun ?? 0,
    rollbackOnError: options.rollbackOnError,
    runTestsEnabled: tests !== undefined,
    startDate: job.started,
    status,
    success: status !== 'Failed',
  };
}

const noTests = { numFailures: 0, numTestsRun: 0, totalTime: 0 };

export function retrieveResult({ id, user, result, date }: RetrieveJob, includeZip: boolean) {
  return {
    done: true,
    fileProperties: result.components.map((component) => fileProperties(component, user, date)),
    id,
    messages: result.messages,
    status: 'Succeeded',
    success: true,
    ...(includeZip ? { zipFile: result.zip.toString('base64') } : {}),
  };
}

interface Listed {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
}

export function fileProperties(
  { type, fullName, fileName }: Listed,
  { id, name }: { readonly id: string; readonly name: string },
  date: string,
) {
  return {
    createdById: id,
    createdByName: name,
    createdDate: date,
    fileName,
    fullName,
    id: '',
    lastModifiedById: id,
    lastModifiedByName: name,
    lastModifiedDate: date,
    manageableState: 'unmanaged',
    type,
  };
}
