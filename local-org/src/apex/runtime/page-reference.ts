/** System.PageReference at run time: a place to go, and the parameters to go there with. */
import { types } from '../types/apex-type.ts';
import { LibraryObject } from './apex-object.ts';
import { ApexMap } from './map.ts';

export class PageReferenceValue extends LibraryObject {
  readonly typeName = 'System.PageReference';
  /** Without query and anchor. */
  readonly path: string;
  readonly parameters = new ApexMap<string, string>(types.String, types.String);
  readonly headers = new ApexMap<string, string>(types.String, types.String);
  anchor: string | null = null;
  redirect = false;
  redirectCode = 0;

  constructor(url: string) {
    super();
    const [, path, query, anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url)!;
    this.path = path;
    for (const [name, value] of new URLSearchParams(query)) this.parameters.put(name, value);
    if (anchor !== undefined) this.anchor = anchor;
  }

  /** Name of the Visualforce page it leads to, if it leads to one. */
  get page(): string | undefined {
    return /^(?:https?:\/\/[^/]+)?\/?apex\/(\w+)$/i.exec(this.path)?.[1];
  }

  /** Relative, with the parameters encoded, in the order of their names. */
  get url(): string {
    const query = new URLSearchParams();
    const sorted = [...this.parameters.entries()].toSorted(([left], [right]) => (left < right ? -1 : 1));
    for (const [name, value] of sorted) if (value !== null) query.append(name, value);
    const anchor = this.anchor === null ? '' : `#${this.anchor}`;
    return `${this.path}${query.size === 0 ? '' : `?${query.toString()}`}${anchor}`;
  }

  override toString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

/** `Page.Name` in source; addresses of pages are in lower case. */
export function pageReference(name: string): PageReferenceValue {
  return new PageReferenceValue(`/apex/${name.toLowerCase()}`);
}
