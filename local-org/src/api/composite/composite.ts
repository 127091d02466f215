/** `composite`, `composite/graph` and `composite/batch` (REST API Developer Guide, "Composite Resources"). */
import type { Call } from '../call.ts';
import { ok, type Answer } from '../http/answer.ts';
import { ApiError } from '../http/errors.ts';
import { asArray, asObject, readObject, requiredText } from '../json/read-body.ts';
import type { Route } from '../router.ts';
import { readParts, runEach, runTogether } from './run.ts';
import { subRequest } from './sub-request.ts';

const MOST_SUBREQUESTS = 25;
const MOST_GRAPH_NODES = 500;
const MOST_GRAPHS = 75;

export const compositeRoutes: readonly Route[] = [
  { method: 'GET', pattern: 'composite', resource: resources },
  { method: 'POST', pattern: 'composite', resource: composite },
  { method: 'POST', pattern: 'composite/graph', resource: graphs },
  { method: 'POST', pattern: 'composite/batch', resource: batch },
];

function resources(call: Call): Answer {
  const base = `${call.basePath}/composite`;
  return ok({ tree: `${base}/tree`, batch: `${base}/batch`, sobjects: `${base}/sobjects`, graph: `${base}/graph` });
}

function composite(call: Call): Answer {
  const request = readObject(call.request);
  const parts = readParts(request.compositeRequest, MOST_SUBREQUESTS);
  const compositeResponse = request.allOrNone === true ? runTogether(call, parts).answers : runEach(call, parts);
  return ok({ compositeResponse });
}

/** Every graph is a transaction of its own, done whole or not at all. */
function graphs(call: Call): Answer {
  const list = asArray(readObject(call.request).graphs, 'graphs').map((entry) => asObject(entry, 'a graph'));
  if (list.length > MOST_GRAPHS)
    throw new ApiError(400, 'LIMIT_EXCEEDED', `Limit on number of graphs exceeded: ${MOST_GRAPHS}`);
  const answers = list.map((graph) => {
    const { success, answers: compositeResponse } = runTogether(
      call,
      readParts(graph.compositeRequest, MOST_GRAPH_NODES),
    );
    return { graphId: requiredText(graph, 'graphId'), graphResponse: { compositeResponse }, isSuccessful: success };
  });
  return ok({ graphs: answers });
}

function batch(call: Call): Answer {
  const request = readObject(call.request);
  const list = asArray(request.batchRequests, 'batchRequests').map((entry) => asObject(entry, 'a batch request'));
  if (list.length > MOST_SUBREQUESTS) {
    throw new ApiError(400, 'LIMIT_EXCEEDED', `Limit on number of subrequests exceeded: ${MOST_SUBREQUESTS}`);
  }
  const results: { statusCode: number; result: unknown }[] = [];
  for (const entry of list) {
    const halted = request.haltOnError === true && results.some((result) => result.statusCode >= 300);
    results.push(
      halted
        ? haltedResult()
        : runBatchPart(call, requiredText(entry, 'method'), requiredText(entry, 'url'), entry.richInput),
    );
  }
  return ok({ hasErrors: results.some((result) => result.statusCode >= 300), results });
}

/** URLs of batches start with the version: `v66.0/sobjects/…`. */
function runBatchPart(
  call: Call,
  method: string,
  url: string,
  input: unknown,
): { statusCode: number; result: unknown } {
  const path = url.startsWith('/services/data') ? url : `/services/data/${url.replace(/^\//, '')}`;
  const answer = call.dispatch(subRequest(call, method, path.replaceAll(' ', '%20'), input));
  return { statusCode: answer.status, result: answer.body ?? null };
}

function haltedResult() {
  const message = 'The batch was halted because an earlier request failed and haltOnError is set.';
  return { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message }] };
}
