/** `lightning/logger`: custom component instrumentation. Without Event Monitoring it goes to the browser's console. */

export function log(message: unknown): void {
  console.info(message);
}
