/** Page references and their urls ("PageReference Types" in the Lightning Web Components Developer Guide). */

export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state: Readonly<Record<string, string>>;
}

interface Route {
  readonly type: string;
  /** Path segments after `/lightning/`; `:name` takes an attribute. */
  readonly path: string;
  /** Attributes the path does not show. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** In order: the first that fits wins. */
const ROUTES: readonly Route[] = [
  {
    type: 'standard__recordRelationshipPage',
    path: 'r/:objectApiName/:recordId/related/:relationshipApiName/:actionName',
  },
  { type: 'standard__recordPage', path: 'r/:objectApiName/:recordId/:actionName' },
  { type: 'standard__recordPage', path: 'r/:recordId/:actionName' },
  { type: 'standard__objectPage', path: 'o/:objectApiName/:actionName' },
  { type: 'standard__namedPage', path: 'page/:pageName' },
  { type: 'standard__navItemPage', path: 'n/:apiName' },
  { type: 'standard__component', path: 'cmp/:componentName' },
  { type: 'standard__app', path: 'app/:appTarget' },
  { type: 'standard__search', path: 'search' },
  { type: 'shell__setup', path: 'setup/:node/:detail/home' },
  { type: 'shell__setup', path: 'setup/:node/home' },
];

export const HOME: PageReference = { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} };

/** The page a url of this app stands for; undefined for one that stands for none. */
export function pageOf(pathname: string, search: string): PageReference | undefined {
  const path = pathname.replace(/\/+$/, '').replace(/^\//, '');
  if (path === 'lightning' || path === '') return HOME;
  const segments = path.split('/').slice(1).map(decodeURIComponent);
  for (const route of ROUTES) {
    const attributes = match(route, segments);
    if (attributes !== undefined) {
      return { type: route.type, attributes, state: Object.fromEntries(new URLSearchParams(search)) };
    }
  }
  return undefined;
}

function match(route: Route, segments: readonly string[]): Record<string, string> | undefined {
  const parts = route.path.split('/');
  if (parts.length !== segments.length) return undefined;
  const attributes: Record<string, string> = { ...route.fixed };
  for (const [index, part] of parts.entries()) {
    if (part.startsWith(':')) attributes[part.slice(1)] = segments[index]!;
    else if (part !== segments[index]) return undefined;
  }
  return attributes;
}

/** The url of a page; throws for a type of page the local org does not have. */
export function urlOf(page: PageReference | Partial<PageReference>): string {
  const attributes = page.attributes ?? {};
  if (page.type === 'standard__webPage') return attributes.url ?? '';
  if (page.type === 'standard__namedPage' && attributes.pageName === 'filePreview') return previewUrl(page);
  if (page.type === 'standard__objectPage' && attributes.actionName === undefined) {
    return urlOf({ ...page, attributes: { ...attributes, actionName: 'home' } });
  }
  if (page.type === 'standard__recordPage' && attributes.actionName === undefined) {
    return urlOf({ ...page, attributes: { ...attributes, actionName: 'view' } });
  }
  const route = ROUTES.find((candidate) => candidate.type === page.type && fits(candidate, attributes));
  if (route === undefined) throw new Error(`Not supported: navigation to ${page.type} ${JSON.stringify(attributes)}`);
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(attributes[name]!));
  return `/lightning/${path}${stateText(page.state)}`;
}

/** The first of the chosen files ("Open Files", Lightning Web Components Developer Guide). */
function previewUrl({ state }: Partial<PageReference>): string {
  const [documentId = ''] = (state?.selectedRecordId ?? state?.recordIds ?? '').split(',');
  return `/sfc/servlet.shepherd/version/renditionDownload?rendition=ORIGINAL&documentId=${encodeURIComponent(documentId)}`;
}

function fits(route: Route, attributes: PageReference['attributes']): boolean {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((found) => found[1]!);
  return names.every((name) => attributes[name] !== undefined && attributes[name] !== '');
}

function stateText(state: PageReference['state'] | undefined): string {
  const parameters = new URLSearchParams(
    Object.entries(state ?? {}).filter(([, value]) => value !== undefined && value !== null),
  ).toString();
  return parameters === '' ? '' : `?${parameters}`;
}
