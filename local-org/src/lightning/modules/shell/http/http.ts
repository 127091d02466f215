/** Talks to the org: JSON over the session's cookie. */

/** Version of the UI API that the app asks for. */
const UI_API = '/services/data/v66.0/ui-api';

/** An answer of the org that is not a success. `body` is what Lightning Data Service hands to components as `error.body`. */
export class ServerError extends Error {
  readonly status: number;
  readonly statusText: string;
  readonly body: unknown;
  readonly ok = false;
  readonly headers = {};
  readonly errorType = 'fetchResponse';

  constructor(status: number, statusText: string, body: unknown) {
    super(messageOf(body) ?? statusText);
    this.status = status;
    this.statusText = statusText;
    this.body = Array.isArray(body) && body.length === 1 ? body[0] : body;
  }
}

function messageOf(body: unknown): string | undefined {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first !== 'object' || first === null || !('message' in first)) return undefined;
  return typeof first.message === 'string' ? first.message : undefined;
}

/** Calls a path of the org; answers its JSON, or undefined when it has no content. */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const send = (): Promise<Response> =>
    fetch(path, {
      method,
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  let response = await send();
  if (response.status === 401) {
    await sessionAgain();
    response = await send();
  }
  if (response.status === 401) return leaveForLogin();
  const text = await response.text();
  const content: unknown = text === '' ? undefined : parse(text);
  if (!response.ok) throw new ServerError(response.status, response.statusText, content);
  return content as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

let askAgain: (() => Promise<void>) | undefined;
let asking: Promise<void> | undefined;

/** `ask` lets the user log in again without leaving the page, and is done when a session has begun. */
export function onSessionOver(ask: () => Promise<void>): void {
  askAgain = ask;
}

/** Requests that find the session over together wait for one log-in. */
async function sessionAgain(): Promise<void> {
  asking ??= (askAgain?.() ?? Promise.resolve()).finally(() => (asking = undefined));
  await asking;
}

/** The log-in page brings the user back here; what was typed is lost. */
export function leaveForLogin(): Promise<never> {
  const here = location.pathname + location.search;
  location.assign(`/?startURL=${encodeURIComponent(here)}`);
  return new Promise(() => undefined);
}

/** Calls a resource of the UI API. `query` parameters that are undefined are left out. */
export function uiApi<T>(
  method: string,
  path: string,
  query: Record<string, unknown> = {},
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  return request(method, `${UI_API}/${path}${queryString(query)}`, body, headers);
}

/** Reads what only this app needs and the UI API does not offer (pages, navigation, Setup). */
export function appData<T>(path: string, query: Record<string, unknown> = {}): Promise<T> {
  return request('GET', `/_app/data/${path}${queryString(query)}`);
}

export function queryString(query: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
