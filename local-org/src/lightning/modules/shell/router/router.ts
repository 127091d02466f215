/** The page the app shows, kept in the browser's history. */
import { pageOf, urlOf, type PageReference } from './pageReferences.ts';

export { pageOf, urlOf, type PageReference } from './pageReferences.ts';

type Listener = (page: PageReference) => void;

const UNKNOWN: PageReference = { type: 'shell__unknown', attributes: {}, state: {} };
const listeners = new Set<Listener>();
let current = read();

function read(): PageReference {
  return pageOf(location.pathname, location.search) ?? UNKNOWN;
}

export function currentPage(): PageReference {
  return current;
}

/** Hands on every page from now on; answers the function that ends it. */
export function onNavigate(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function navigate(page: PageReference | Partial<PageReference>, replace = false): void {
  const opensTab = page.type === 'standard__webPage' || page.attributes?.pageName === 'filePreview';
  goTo(urlOf(page), replace, opensTab);
}

/** Goes to a url: inside the app without loading it anew, elsewhere in a tab of its own when it is another site's. */
export function goTo(url: string, replace = false, newTab = false): void {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin || !isAppPath(target.pathname)) {
    if (newTab || target.origin !== location.origin) window.open(target.href, '_blank', 'noopener');
    else location.assign(target.href);
    return;
  }
  const path = target.pathname + target.search + target.hash;
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  announce();
}

export function isAppPath(pathname: string): boolean {
  return pathname === '/' || pathname === '/lightning' || pathname.startsWith('/lightning/');
}

function announce(): void {
  current = read();
  for (const listener of [...listeners]) listener(current);
}

window.addEventListener('popstate', announce);
