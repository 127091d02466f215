/** The page block family: sections of labels and values, and tables, to read. */
import { escapeHtml } from '../../schema/escape-html.ts';
import type { Component, ComponentNode } from '../component.ts';
import type { MarkupElement } from '../markup.ts';
import { tableContent } from './iteration.ts';

export const pageBlock: Component = (node) => {
  const title = node.facet('header') ?? (node.has('title') ? `<h2>${escapeHtml(node.text('title'))}</h2>` : '');
  return `<div class="bPageBlock"${node.htmlAttributes()}><div class="pbHeader">${title}</div><div class="pbBody">${node.body()}</div></div>`;
};

export const pageBlockSection: Component = (node) => {
  const columns = node.has('columns') ? Number(node.value('columns')) : 2;
  const title = node.has('title') ? `<h3>${escapeHtml(node.text('title'))}</h3>` : '';
  const fields = node.element.children.filter((child): child is MarkupElement => child.kind === 'element');
  const cells = fields.map((field) => sectionCell(node.child(field))).filter((cell) => cell !== '');
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += columns) rows.push(`<tr>${cells.slice(at, at + columns).join('')}</tr>`);
  return `<div class="pbSubsection"${node.htmlAttributes()}>${title}<table class="detailList">${rows.join('')}</table></div>`;
};

/** A label and a value: of an item's two children, of a field, or of a component with a label. */
function sectionCell(node: ComponentNode): string {
  const { name } = node.element;
  if (!node.flag('rendered', true)) return '';
  if (name === 'apex:pageBlockSectionItem') {
    const parts = node.element.children.filter((child): child is MarkupElement => child.kind === 'element');
    const [label, ...rest] = parts.map((part) => node.run.render([part], node.evaluator, node.slots));
    return rest.length === 0 ? dataCell('', label ?? '') : dataCell(label, rest.join(''));
  }
  if (name === 'apex:outputField') {
    const label = node.has('label') ? node.text('label') : (node.found('value').field?.label ?? '');
    return dataCell(escapeHtml(label), node.run.outputField(node));
  }
  const content = node.run.render([node.element], node.evaluator, node.slots);
  return dataCell('', content);
}

function dataCell(label: string, value: string): string {
  return `<th class="labelCol" scope="row">${label}</th><td class="dataCol">${value}</td>`;
}

export const pageBlockTable: Component = (node) =>
  `<table class="list"${node.htmlAttributes()}>${tableContent(node)}</table>`;

export const sectionHeader: Component = (node) =>
  `<div class="bPageTitle"${node.htmlAttributes()}><h1>${escapeHtml(node.text('title'))}</h1><h2>${escapeHtml(node.text('subtitle'))}</h2></div>`;

export const panelGrid: Component = (node) => {
  const columns = node.has('columns') ? Number(node.value('columns')) : 1;
  const cells = node.element.children
    .filter((child): child is MarkupElement => child.kind === 'element' && child.name !== 'apex:facet')
    .map((child) => `<td>${node.run.render([child], node.evaluator, node.slots)}</td>`);
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += columns) rows.push(`<tr>${cells.slice(at, at + columns).join('')}</tr>`);
  return `<table${node.htmlAttributes('width', 'border', 'cellpadding', 'cellspacing')}><tbody>${rows.join('')}</tbody></table>`;
};

export const panelGroup: Component = (node) => node.body();

export const pageMessages: Component = (node) => {
  const messages = node.run.messages.map(
    ({ severity, summary, detail }) =>
      `<div class="message ${severity.name.toLowerCase()}" role="alert">${node.flag('escape', true) ? escapeHtml(summary ?? '') : (summary ?? '')}${
        node.flag('showDetail', false) && detail !== summary ? `<br>${escapeHtml(detail ?? '')}` : ''
      }</div>`,
  );
  return messages.length === 0 ? '' : `<div${node.htmlAttributes()}>${messages.join('')}</div>`;
};
