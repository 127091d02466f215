/** Runs the sub-requests of a composite request or of one of its graphs. */
import type { Call } from '../call.ts';
import { failure, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, isObject, requiredText, type JsonObject } from '../json/read-body.ts';
import { resolveReferences, resolveText, UnresolvedReference } from './references.ts';
import { isSuccess, subRequest } from './sub-request.ts';

export interface SubAnswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

interface Part {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** Thrown to undo a transaction whose sub-requests failed; carries what to answer. */
class Undone extends Error {
  readonly answers: readonly SubAnswer[];

  constructor(answers: readonly SubAnswer[]) {
    super('undone');
    this.answers = answers;
  }
}

export function readParts(list: unknown, most: number): Part[] {
  const parts = asArray(list, 'compositeRequest').map((entry) => readPart(asObject(entry, 'a sub-request')));
  if (parts.length > most) {
    throw new ApiError(400, 'LIMIT_EXCEEDED', `Limit on number of subrequests exceeded: ${most}`);
  }
  const ids = parts.map((part) => part.referenceId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw new ApiError(400, 'INVALID_INPUT', `Provided referenceId ('${repeated}') must be unique for each subrequest`);
  }
  return parts;
}

function readPart(part: JsonObject): Part {
  const headers = isObject(part.httpHeaders) ? part.httpHeaders : {};
  return {
    method: requiredText(part, 'method'),
    url: requiredText(part, 'url'),
    referenceId: requiredText(part, 'referenceId'),
    body: part.body,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
  };
}

/** Each sub-request is a transaction of its own; those that depend on one that failed are not run. */
export function runEach(call: Call, parts: readonly Part[]): SubAnswer[] {
  const bodies = new Map<string, unknown>();
  return parts.map((part) => runPart(call, part, bodies));
}

/** All sub-requests in one transaction, which the first failure undoes. `success` says whether it was committed. */
export function runTogether(call: Call, parts: readonly Part[]): { success: boolean; answers: readonly SubAnswer[] } {
  try {
    const answers = call.org.transaction(call.user, () => runUntilFailure(call, parts));
    return { success: true, answers };
  } catch (error) {
    if (error instanceof Undone) return { success: false, answers: error.answers };
    throw error;
  }
}

function runUntilFailure(call: Call, parts: readonly Part[]): SubAnswer[] {
  const bodies = new Map<string, unknown>();
  const answers: SubAnswer[] = [];
  for (const part of parts) {
    const answer = runPart(call, part, bodies);
    answers.push(answer);
    if (answer.httpStatusCode >= 300) throw new Undone(haltedAnswers(parts, part, answer));
  }
  return answers;
}

/** The failure itself, and a note on every other sub-request that it was rolled back. */
function haltedAnswers(parts: readonly Part[], failed: Part, answer: SubAnswer): SubAnswer[] {
  const message = 'The transaction was rolled back since another operation in the same transaction failed.';
  return parts.map((part) => (part === failed ? answer : subAnswer(part, failure(400, 'PROCESSING_HALTED', message))));
}

function runPart(call: Call, part: Part, bodies: Map<string, unknown>): SubAnswer {
  try {
    const url = encodedUrl(resolveText(part.url, bodies));
    const body = resolveReferences(part.body, bodies);
    const answer = call.dispatch(subRequest(call, part.method, url, body, part.headers));
    if (isSuccess(answer)) bodies.set(part.referenceId, answer.body);
    return subAnswer(part, answer);
  } catch (error) {
    if (error instanceof UnresolvedReference) return subAnswer(part, failure(400, 'PROCESSING_HALTED', error.message));
    throw error;
  }
}

/** Clients may write queries with plain spaces. */
function encodedUrl(url: string): string {
  return url.replaceAll(' ', '%20');
}

function subAnswer(part: Part, answer: Answer): SubAnswer {
  return {
    body: answer.body ?? null,
    httpHeaders: answer.headers ?? {},
    httpStatusCode: answer.status,
    referenceId: part.referenceId,
  };
}
