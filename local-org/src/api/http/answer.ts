/** Requests and answers of the APIs, apart from the web server, so that composite requests can make them too. */

export type HeaderValues = Readonly<Record<string, string>>;

export interface ApiRequest {
  /** Scheme, host and port by which the client reached the server. */
  readonly origin: string;
  /** The network address of the client. */
  readonly address: string;
  readonly method: string;
  /** Path without doubled or trailing slashes, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Header names in lower case. */
  readonly headers: HeaderValues;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON; undefined for an answer without a body. */
  readonly body?: unknown;
  readonly headers?: HeaderValues;
  /** Sent as it is, instead of `body`. */
  readonly content?: { readonly type: string; readonly data: Uint8Array | string };
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export const noContent: Answer = { status: 204 };

/** An answer of the form in which the REST API reports errors. */
export function failure(status: number, errorCode: string, message: string): Answer {
  return { status, body: [{ message, errorCode }] };
}

/** Percent-decoding that refuses what is not valid UTF-8 by answering undefined. */
export function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
