/** Components that repeat their content for each element of a collection. */
import { ApexList, ApexMap, ApexSet } from '../../apex/runtime/index.ts';
import { OrgError } from '../../schema/errors.ts';
import { escapeHtml } from '../../schema/escape-html.ts';
import { SObject } from '../../schema/sobject.ts';
import { type Component, type ComponentNode, named } from '../component.ts';
import type { MarkupElement } from '../markup.ts';

/** "Maximum number of items in a collection for iteration components", and in read-only mode (Visualforce limits). */
const MOST_ITEMS = 1000;
const MOST_READ_ONLY = 10_000;

export const repeat: Component = (node) =>
  items(node)
    .map((item) => node.body(variable(node, item)))
    .join('');

export const variableComponent: Component = (node) => {
  node.run.setVariable(node.text('var'), node.found('value'));
  return node.body();
};

export const dataTable: Component = (node) =>
  `<table${node.htmlAttributes('width', 'border', 'cellpadding', 'cellspacing')}>${tableContent(node)}</table>`;

export const dataList: Component = (node) => {
  const rows = items(node).map((item) => `<li>${node.body(variable(node, item))}</li>`);
  return `<ul${node.htmlAttributes()}>${rows.join('')}</ul>`;
};

/** Head, body and foot of a table of columns. */
export function tableContent(node: ComponentNode): string {
  const columns = node.childElements('apex:column').filter((column) => node.child(column).flag('rendered', true));
  const rowClasses = node
    .text('rowClasses')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  const rows = items(node).map((item, index) => {
    const name = rowClasses[index % rowClasses.length];
    const cells = columns.map((column) => dataCell(node.child(column, variable(node, item)))).join('');
    return `<tr${name === undefined ? '' : ` class="${escapeHtml(name)}"`}>${cells}</tr>`;
  });
  return `${edge(node, columns, 'header')}${edge(node, columns, 'footer')}<tbody>${rows.join('')}</tbody>`;
}

/** The row at the top or bottom; none when no column has anything there. */
function edge(table: ComponentNode, columns: readonly MarkupElement[], part: 'header' | 'footer'): string {
  const texts = columns.map((element) => {
    const column = table.child(element);
    if (column.has(`${part}Value`)) return escapeHtml(column.text(`${part}Value`));
    return column.facet(part) ?? (part === 'header' ? labelOf(table, column) : '');
  });
  if (texts.every((text) => text === '')) return '';
  const [section, tag] = part === 'header' ? ['thead', 'th scope="col"'] : ['tfoot', 'td'];
  const cells = columns.map((element, index) => {
    const name = table.child(element).text(`${part}Class`);
    return `<${tag}${name === '' ? '' : ` class="${escapeHtml(name)}"`}>${texts[index]}</${tag.slice(0, 2)}>`;
  });
  return `<${section}><tr>${cells.join('')}</tr></${section}>`;
}

/** The label of the field that the column shows, taken from the first row. */
function labelOf(table: ComponentNode, column: ComponentNode): string {
  const [first] = items(table);
  if (!column.has('value') || !(first instanceof SObject)) return '';
  return escapeHtml(table.child(column.element, variable(table, first)).found('value').field?.label ?? '');
}

function dataCell(column: ComponentNode): string {
  const content = column.has('value') ? column.run.outputField(column) : column.body();
  return `<td${column.htmlAttributes('colspan', 'rowspan', 'width')}>${content}</td>`;
}

function variable(node: ComponentNode, item: unknown) {
  return named(node.text('var'), { value: item });
}

/** From `first`, at most `rows` of them. A map is repeated by its keys. */
function items(node: ComponentNode): unknown[] {
  const all = listOf(node.value('value'));
  const most = node.run.readOnly ? MOST_READ_ONLY : MOST_ITEMS;
  if (all.length > most) {
    throw new OrgError('VISUALFORCE_ERROR', `Collection size ${all.length} exceeds maximum size of ${most}.`);
  }
  const first = node.has('first') ? Number(node.value('first')) : 0;
  const rows = node.has('rows') ? Number(node.value('rows')) : 0;
  return rows > 0 ? all.slice(first, first + rows) : all.slice(first);
}

function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return [...value];
  if (value instanceof ApexMap) return [...value.keys()];
  return [value];
}
