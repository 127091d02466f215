/** Requests inside a request. */
import type { Call } from '../call.ts';
import type { Answer, ApiRequest, HeaderValues } from '../http/answer.ts';
import { normalizeUrl } from '../http/normalize.ts';

const encoder = new TextEncoder();

/** `url` is a path from the server's root, with its query. Headers of the outer request hold too. */
export function subRequest(
  call: Call,
  method: string,
  url: string,
  body: unknown,
  headers: HeaderValues = {},
): ApiRequest {
  const [path = '', query = ''] = normalizeUrl(url.startsWith('/') ? url : `/${url}`).split(/\?(.*)/s);
  return {
    origin: call.request.origin,
    address: call.request.address,
    method: method.toUpperCase(),
    path,
    query: new URLSearchParams(query),
    headers: { ...call.request.headers, ...headers },
    body: body === undefined || body === null ? new Uint8Array() : encoder.encode(JSON.stringify(body)),
  };
}

export function isSuccess(answer: Answer): boolean {
  return answer.status < 300;
}
