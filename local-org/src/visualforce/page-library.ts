/** The project's Visualforce pages and components, parsed when they are first used. */
import type { Metadata } from '../metadata/metadata.ts';
import { OrgError } from '../schema/errors.ts';
import { parseMarkup, type MarkupElement } from './markup.ts';

export class PageLibrary {
  readonly #metadata: Metadata;
  readonly #parsed = new Map<string, MarkupElement>();

  constructor(metadata: Metadata) {
    this.#metadata = metadata;
  }

  /** Throws `OrgError` when there is no page of this name, in any case. */
  page(name: string): MarkupElement {
    return this.#find(this.#metadata.pages, name, 'Page');
  }

  component(name: string): MarkupElement {
    return this.#find(this.#metadata.components, name, 'Component');
  }

  #find(
    sources: ReadonlyMap<string, { readonly fullName: string; readonly source: string; readonly file: string }>,
    name: string,
    kind: string,
  ): MarkupElement {
    const wanted = name.toLowerCase();
    const found = [...sources.values()].find(({ fullName }) => fullName.toLowerCase() === wanted);
    if (found === undefined) throw new OrgError('NOT_FOUND', `${kind} ${name} does not exist`);
    let parsed = this.#parsed.get(found.file);
    if (parsed === undefined) this.#parsed.set(found.file, (parsed = parseMarkup(found.source, found.file)));
    return parsed;
  }
}
