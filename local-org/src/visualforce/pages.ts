/** Visualforce: draws the project's pages as HTML or PDF. */
import type { ApexEngine } from '../apex/engine.ts';
import { outermost } from '../apex/engine/failure.ts';
import { enter, machine } from '../apex/runtime/machine.ts';
import type { PageContent, PageRequest, PageService } from '../database/services.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { OrgError } from '../schema/errors.ts';
import { escapeHtml } from '../schema/escape-html.ts';
import type { PdfFiles } from './pdf-files.ts';
import { PageLibrary } from './page-library.ts';
import { PageRun } from './page-run.ts';

export interface PageHost {
  readonly metadata: Metadata;
  readonly apex: ApexEngine;
}

const HTML = 'text/html; charset=UTF-8';

export class Pages implements PageService {
  readonly #host: () => PageHost;
  readonly #pdf: PdfFiles;
  #library: { readonly metadata: Metadata; readonly pages: PageLibrary } | undefined;

  /** `host` answers what is deployed now. */
  constructor(host: () => PageHost, pdf: PdfFiles) {
    this.#host = host;
    this.#pdf = pdf;
  }

  render(tx: Transaction, request: PageRequest): PageContent {
    const { metadata, apex } = this.#host();
    const page = this.#pages(metadata).page(request.name);
    this.#checkAccess(tx, metadata, request.name);
    return enter(tx, apex.program, () =>
      outermost(() => {
        machine.sharing = false;
        const run = new PageRun(tx, metadata, this.#pages(metadata), page, request);
        const next = run.runAction();
        if (next !== null) return { contentType: HTML, body: new Uint8Array(), redirect: next.url };
        return this.#answer(tx, run, request);
      }),
    );
  }

  toPdf(tx: Transaction, html: string): Uint8Array {
    return this.#pdf.make(tx, html);
  }

  #answer(tx: Transaction, run: PageRun, request: PageRequest): PageContent {
    const html = document(run);
    const renderAs = request.renderAs ?? run.root.text('renderAs').toLowerCase();
    if (renderAs === 'pdf' || renderAs === 'advanced_pdf') {
      return { contentType: 'application/pdf', body: this.#pdf.make(tx, html) };
    }
    const contentType = run.root.text('contentType');
    const body = new TextEncoder().encode(html);
    return { contentType: contentType === '' ? HTML : contentType, body };
  }

  #pages(metadata: Metadata): PageLibrary {
    if (this.#library?.metadata !== metadata) this.#library = { metadata, pages: new PageLibrary(metadata) };
    return this.#library.pages;
  }

  /** "Visualforce page security": by profile and permission set. */
  #checkAccess(tx: Transaction, metadata: Metadata, name: string): void {
    const found = [...metadata.pages.keys()].find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    if (!tx.org.security.hasPage(tx.user.id, found)) {
      throw new OrgError('INSUFFICIENT_ACCESS', `You do not have access to the Visualforce page ${found}`);
    }
  }
}

/** The markup of a page with what the platform puts around it. */
function document(run: PageRun): string {
  const { root } = run;
  const content = root.body();
  const body = root.flag('applyBodyTag', root.flag('applyHtmlTag', true)) ? `<body>${content}</body>` : content;
  const title = root.has('title') ? `<title>${escapeHtml(root.text('title'))}</title>` : '';
  const styles = root.flag('standardStylesheets', true) ? `<style>${STANDARD_STYLES}</style>` : '';
  const language = root.has('language') ? ` lang="${escapeHtml(root.text('language'))}"` : '';
  const html = root.flag('applyHtmlTag', true)
    ? `<html${language}><head><meta charset="UTF-8">${title}${styles}</head>${body}</html>`
    : body;
  return root.has('contentType') ? html : `<!DOCTYPE html>\n${html.trimStart().replace(/^<!DOCTYPE[^>]*>/i, '')}`;
}

/** What pages look like that do not bring styles of their own: the platform's classes, plainly. */
const STANDARD_STYLES = `body{font-family:Arial,Helvetica,sans-serif;font-size:75%;color:#222}
.bPageBlock{border:1px solid #dbdbdb;border-top:2px solid #236fbd;background-color:#f8f8f8;margin-bottom:10px;padding:8px}
.bPageBlock h2{font-size:14px;margin:0 0 8px}.pbSubsection h3{font-size:13px;margin:8px 0 4px}
.detailList{width:100%}.labelCol{text-align:right;color:#4a4a56;padding:2px 10px 2px 2px;font-weight:bold;width:18%}
.dataCol{text-align:left;padding:2px 20px 2px 10px}
.list{width:100%;border-collapse:collapse;background-color:#fff}.list th{text-align:left;background-color:#f2f3f3}
.list th,.list td{border-bottom:1px solid #e0e3e5;padding:4px 6px}
.bPageTitle h1{font-size:12px;margin:0}.bPageTitle h2{font-size:18px;margin:0 0 10px}
.message{border:1px solid #ffcc00;background-color:#ffffcc;padding:6px;margin:4px 0}.message.error,.message.fatal{border-color:#cc0000}`;
