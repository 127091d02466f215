/** Follows links to pages of the app without loading it anew. */
import { goTo, isAppPath } from './router.ts';

export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event
      .composedPath()
      .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement && node.href !== '');
    if (link === undefined || event.defaultPrevented || !isPlainClick(event) || link.download !== '') return;
    const target = new URL(link.href);
    if (
      (link.target !== '' && link.target !== '_self') ||
      target.origin !== location.origin ||
      !isAppPath(target.pathname)
    )
      return;
    event.preventDefault();
    goTo(link.href);
  });
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
