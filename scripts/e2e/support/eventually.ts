/** Waiting for what another process does in its own time. */

const INTERVAL = 50;

/**
 * The first result of `read` that is not undefined. Throws when there was none within the time; `what` names it in the
 * message.
 */
export async function eventually<T>(
  what: string,
  read: () => Promise<T | undefined> | T | undefined,
  seconds = 60,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const result = await read();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new Error(`Waited ${seconds} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
