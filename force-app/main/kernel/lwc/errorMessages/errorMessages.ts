/** What went wrong, in words for the person at the screen, from any shape of error that Lightning hands to a component. */

interface FieldOrPageError {
  message?: string;
}

interface ErrorBody {
  message?: string;
  pageErrors?: FieldOrPageError[];
  fieldErrors?: Record<string, FieldOrPageError[]>;
  output?: { errors?: FieldOrPageError[]; fieldErrors?: Record<string, FieldOrPageError[]> };
}

interface LightningError {
  body?: ErrorBody | ErrorBody[];
  message?: string;
  statusText?: string;
}

/**
 * Messages of one error or a list of errors, without repetitions. An error that says nothing gives one general message, so
 * that the result of a defined error is never empty; `undefined` gives none.
 */
export function errorMessages(errors: unknown): string[] {
  const list = (Array.isArray(errors) ? errors : [errors]) as unknown[];
  const messages = list.filter((error) => error !== undefined && error !== null).flatMap(messagesOf);
  return [...new Set(messages)];
}

function messagesOf(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  const { body, message, statusText } = error as LightningError;
  const bodies = body === undefined ? [] : Array.isArray(body) ? body : [body];
  const found = bodies.flatMap(messagesOfBody).filter((text) => text !== '');
  if (found.length > 0) return found;
  return [message || statusText || 'Something went wrong. Try again, and tell your administrator if it stays.'];
}

/** Errors of single records say more than the general message beside them. */
function messagesOfBody(body: ErrorBody): string[] {
  const detailed = [
    ...texts(body.pageErrors),
    ...Object.values(body.fieldErrors ?? {}).flatMap(texts),
    ...texts(body.output?.errors),
    ...Object.values(body.output?.fieldErrors ?? {}).flatMap(texts),
  ];
  return detailed.length > 0 ? detailed : [body.message ?? ''];
}

function texts(errors: FieldOrPageError[] | undefined): string[] {
  return (errors ?? []).map((error) => error.message ?? '').filter((text) => text !== '');
}
