/** HTML set as PDF: styles by the cascade of CSS, layout by pdfmake. */
import { Window, type Element } from 'happy-dom';
import pdfmake from 'pdfmake';
import roboto from 'pdfmake/fonts/Roboto.js';
import courier from 'pdfmake/standard-fonts/Courier.js';
import helvetica from 'pdfmake/standard-fonts/Helvetica.js';
import times from 'pdfmake/standard-fonts/Times.js';
import { Cascade } from './css/cascade.ts';
import { parseStyleSheet, type StyleSheet } from './css/parse.ts';
import { USER_AGENT } from './css/user-agent.ts';
import { readDataUrl, readImage, type Image } from './images.ts';
import { flow } from './layout/block.ts';
import { boxOf } from './layout/box.ts';
import type { LayoutContext } from './layout/context.ts';
import { marginBoxes, paperOf } from './layout/paper.ts';
import type { PdfResource, PdfResult } from './model.ts';
import { styleTree, type StyledElement, type StyledNode } from './styled.ts';

pdfmake.setFonts({ ...helvetica, ...times, ...courier, ...roboto });
// Everything is handed over: nothing is fetched, and no file is read but the embedded font; the standard fonts have names only.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => /^[\w-]+$|[\\/]pdfmake[\\/]fonts[\\/]Roboto[\\/]/.test(path));

export async function setHtml(html: string, resources: Readonly<Record<string, PdfResource>>): Promise<PdfResult> {
  const problems = new Set<string>();
  const report = (problem: string) => void problems.add(problem);
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true, disableJavaScriptFileLoading: true },
  });
  try {
    window.document.write(html);
    const sheets = styleSheets(window.document.documentElement, resources, report);
    const cascade = new Cascade(
      [...parseStyleSheet(USER_AGENT).rules, ...sheets.flatMap(({ rules }) => rules)],
      report,
    );
    const tree = styleTree(window.document.body, cascade);
    const definition = documentOf(tree, sheets, resources, report);
    const bytes = await pdfmake.createPdf(definition).getBuffer();
    return { bytes: new Uint8Array(bytes), problems: [...problems] };
  } finally {
    await window.happyDOM.close();
  }
}

function styleSheets(
  root: Element,
  resources: Readonly<Record<string, PdfResource>>,
  report: (problem: string) => void,
): StyleSheet[] {
  return [...root.querySelectorAll('style, link[rel="stylesheet"]')].flatMap((element) => {
    const sheet = parseStyleSheet(sheetText(element, resources, report));
    for (const rule of sheet.ignored) report(`${rule} is not supported in PDF files`);
    return [sheet];
  });
}

function sheetText(
  element: Element,
  resources: Readonly<Record<string, PdfResource>>,
  report: (problem: string) => void,
): string {
  if (element.tagName === 'STYLE') return element.textContent ?? '';
  const url = element.getAttribute('href') ?? '';
  const resource = resources[url];
  if (resource === undefined) report(`The style sheet ${url} is not there`);
  return resource === undefined ? '' : new TextDecoder().decode(resource.bytes);
}

function documentOf(
  body: StyledElement,
  sheets: readonly StyleSheet[],
  resources: Readonly<Record<string, PdfResource>>,
  report: (problem: string) => void,
): object {
  const paper = paperOf(
    sheets.flatMap(({ pages }) => pages),
    report,
  );
  const context: LayoutContext = { image: imageReader(resources, report), report };
  const running = new Map<string, StyledElement>();
  const visible = withoutRunning(body, running);
  const [left, , right] = paper.margins;
  const width = paper.width - left - right;
  const { margin, padding } = boxOf(visible, width);
  const inner = width - margin.left - margin.right - padding.left - padding.right;
  const content = flow(visible.children, visible, inner, context);
  const box = (edge: 'top' | 'bottom') => (page: number, pages: number) =>
    marginBoxes(edge, paper, running, visible, { ...context, page: { page, pages } });
  return {
    pageSize: { width: paper.width, height: paper.height },
    pageMargins: paper.margins,
    content: [
      {
        stack: content,
        margin: [margin.left + padding.left, margin.top + padding.top, margin.right + padding.right, 0],
      },
    ],
    header: box('top'),
    footer: box('bottom'),
    defaultStyle: { font: 'Times', fontSize: 12 },
    info: { creator: 'Visualforce', producer: 'local org' },
  };
}

/** The tree without `position: running(name)` elements, which stand in margin boxes. */
function withoutRunning(element: StyledElement, running: Map<string, StyledElement>): StyledElement {
  const children = element.children.flatMap((child): StyledNode[] => {
    if (child.kind !== 'element') return [child];
    const name = /running\(\s*([\w-]+)/.exec(child.style.get('position') ?? '')?.[1];
    if (name === undefined) return [withoutRunning(child, running)];
    running.set(name, child);
    return [];
  });
  return { ...element, children };
}

function imageReader(resources: Readonly<Record<string, PdfResource>>, report: (problem: string) => void) {
  const read = new Map<string, Image | undefined>();
  return (url: string): Image | undefined => {
    if (!read.has(url)) {
      const resource = resources[url] ?? readDataUrl(url);
      const image = resource === undefined ? undefined : readImage(resource);
      if (resource === undefined) report(`The picture ${url.slice(0, 200)} is not there`);
      else if (image === undefined) report(`The picture ${url.slice(0, 200)} is neither PNG, JPEG nor SVG`);
      read.set(url, image);
    }
    return read.get(url);
  };
}
