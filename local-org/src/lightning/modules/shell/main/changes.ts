/** Loads the page anew when a component of the project has been edited. */

export function followChanges(): void {
  const feed = new EventSource('/_app/changes');
  feed.addEventListener('change', () => location.reload());
  window.addEventListener('pagehide', () => feed.close());
}
