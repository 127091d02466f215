/** Deploys by REST ("Deploying with REST", Metadata API Developer Guide). */
import { NotSupported, OrgError } from '../../schema/errors.ts';
import { type Call, param } from '../call.ts';
import { created, ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { readMultipart } from '../json/multipart.ts';
import { asObject, readObject } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { requireMetadataAccess } from './access.ts';
import { deployOptions } from './deploy-options.ts';
import type { DeployJob } from './jobs.ts';
import { deployResult } from './results.ts';

export const metadataRoutes: readonly Route[] = [
  { method: 'POST', pattern: 'metadata/deployRequest', resource: startDeploy },
  { method: 'GET', pattern: 'metadata/deployRequest/:id', resource: (call) => ok(described(call, jobOf(call))) },
  { method: 'PATCH', pattern: 'metadata/deployRequest/:id', resource: cancel },
];

function startDeploy(call: Call): Answer {
  requireMetadataAccess(call.org, call.user);
  const message = readMultipart(call.request);
  if (message === undefined) throw new NotSupported('the deploy of a validation', call.request.path);
  const [file] = message.files;
  if (file === undefined) throw new ApiError(400, 'INVALID_MULTIPART_REQUEST', 'Multipart message has no file');
  const options = deployOptions(asObject(message.entity.deployOptions ?? {}, 'deployOptions'));
  const job = call.state.deploys.deploy(call.user, file.content, options);
  return created({ id: job.id, deployOptions: options, deployResult: deployResult(job, false) });
}

/** Every deploy has ended when its answer is sent. */
function cancel(call: Call): Answer {
  jobOf(call);
  asObject(readObject(call.request).deployResult, 'deployResult');
  throw new OrgError('INVALID_ID_FIELD', 'Deployment already completed');
}

function jobOf(call: Call): DeployJob {
  requireMetadataAccess(call.org, call.user);
  return call.state.deploys.deployed(param(call, 'id'));
}

function described(call: Call, job: DeployJob) {
  const includeDetails = call.request.query.get('includeDetails') === 'true';
  return { id: job.id, deployOptions: job.options, deployResult: deployResult(job, includeDetails) };
}
