/** Components that show a value ("apex:outputText" and its kin, Visualforce Developer Guide, Standard Component Reference). */
import { escapeHtml } from '../../schema/escape-html.ts';
import type { Component } from '../component.ts';
import { fieldMarkup } from '../field-markup.ts';
import { formatMessage } from '../message-format.ts';
import { plainText } from '../plain-text.ts';

export const outputText: Component = (node) => {
  const { params } = node;
  const value = node.value('value');
  const values = params.map((param) => param.value);
  const text =
    value === undefined ? '' : params.length > 0 ? formatMessage(plainText(value), values) : plainText(value);
  const shown = node.flag('escape', true) ? escapeHtml(text) : text;
  const attributes = node.htmlAttributes();
  const label = node.has('label') ? escapeHtml(node.text('label')) : '';
  const content = `${label}${shown}${node.body().trim()}`;
  return attributes === '' ? content : `<span${attributes}>${content}</span>`;
};

/** Formatted as the field's type says; nothing where the user may not read the field. */
export const outputField: Component = (node) => {
  const found = node.found('value');
  const { field } = found;
  const { tx } = node.run;
  if (field !== undefined) {
    const object = tx.org.schema.require(field.object);
    if (!tx.org.security.field(tx.user.id, object, field.name).read) return '';
  }
  return `<span${node.htmlAttributes()}>${fieldMarkup(tx, found, node.run.recordOf(node, 'value'))}</span>`;
};

export const outputPanel: Component = (node) => {
  const layout = node.has('layout') ? node.text('layout') : 'inline';
  if (layout === 'none') return node.body();
  const tag = layout === 'block' ? 'div' : 'span';
  return `<${tag}${node.htmlAttributes('role')}>${node.body()}</${tag}>`;
};

export const outputLink: Component = (node) => {
  const query = new URLSearchParams(Object.fromEntries(node.params.map(({ name, value }) => [name, plainText(value)])));
  const url = node.text('value');
  const link = query.size === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${query.toString()}`;
  return `<a href="${escapeHtml(link)}"${node.htmlAttributes('target', 'rel')}>${node.body()}</a>`;
};

export const outputLabel: Component = (node) => {
  const target = node.has('for') ? ` for="${escapeHtml(node.text('for'))}"` : '';
  const text = escapeHtml(node.text('value'));
  return `<label${target}${node.htmlAttributes()}>${text}${node.body()}</label>`;
};

export const image: Component = (node) => {
  const url = node.has('value') ? node.text('value') : node.text('url');
  const alt = node.has('alt') ? '' : ' alt=""';
  return `<img src="${escapeHtml(url)}"${alt}${node.htmlAttributes('alt', 'width', 'height')}>`;
};

export const stylesheet: Component = (node) =>
  `<link rel="stylesheet" type="text/css" href="${escapeHtml(node.text('value'))}">`;

export const includeScript: Component = (node) => `<script src="${escapeHtml(node.text('value'))}"></script>`;
