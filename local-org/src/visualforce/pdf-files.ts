/** PDF files of pages and of Apex: gathers what the markup refers to, and has it set. */
import { contentUrlId, fileOfVersion } from '../files/stored-files.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Metadata } from '../metadata/metadata.ts';
import type { PdfResource } from '../pdf/model.ts';
import { makePdf } from '../pdf/make-pdf.ts';

export class PdfFiles {
  readonly #metadata: () => Metadata;
  readonly #report: (problem: string) => void;

  /** `report` is told of styles that cannot be set. */
  constructor(metadata: () => Metadata, report: (problem: string) => void) {
    this.#metadata = metadata;
    this.#report = report;
  }

  make(tx: Transaction, html: string): Uint8Array {
    const resources: Record<string, PdfResource> = {};
    for (const url of urlsIn(html)) {
      const found = this.#resource(tx, url);
      if (found !== undefined) resources[url] = found;
    }
    const { bytes, problems } = makePdf(html, resources);
    for (const problem of problems) this.#report(problem);
    return bytes;
  }

  /** A static resource, or a file that the user may see. */
  #resource(tx: Transaction, url: string): PdfResource | undefined {
    const [, name, path] = /^(?:https?:\/\/[^/]+)?\/resource\/(?:\d+\/)?(\w+)(?:\/(.*))?$/.exec(url) ?? [];
    if (name === undefined) {
      const id = contentUrlId(url);
      return id === undefined ? undefined : fileOfVersion(tx, id);
    }
    const resource = this.#metadata().staticResources.get(name);
    const file =
      path === undefined
        ? resource?.files[0]
        : resource?.files.find((each) => each.name === path || each.name.endsWith(`/${path}`));
    if (resource === undefined || file === undefined) return undefined;
    return { contentType: path === undefined ? resource.meta.contentType : '', bytes: file.read() };
  }
}

function urlsIn(html: string): Set<string> {
  const urls = [...html.matchAll(/\b(?:src|href)\s*=\s*"([^"]+)"|url\(\s*['"]?([^'")]+)['"]?\s*\)/gi)];
  return new Set(urls.map(([, attribute, css]) => (attribute ?? css).replaceAll('&amp;', '&')));
}
