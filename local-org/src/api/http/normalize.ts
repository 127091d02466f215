/**
 * Clients send paths with doubled slashes (the CLI stores instance URLs with a slash at the end) and with a slash at the
 * end (data movers); the platform answers them all alike.
 */
export function normalizeUrl(url: string): string {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark);
  const single = path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  return single + query;
}
