/** Writes metadata files as the Metadata API does. */
import type { XmlElement } from './xml.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The file of a component; comments of the file it was read from are not kept. */
export function writeXml(root: XmlElement): string {
  const named = { ...root, attributes: { xmlns: NAMESPACE, ...root.attributes } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(named, '')}`;
}

/** As part of another document. */
export function writeElement(element: XmlElement): string {
  return write(element, '');
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

function write(element: XmlElement, indent: string): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const open = `${indent}<${element.name}${attributes.join('')}`;
  if (element.children.length === 0) {
    return element.text === '' ? `${open}/>\n` : `${open}>${escapeXml(element.text)}</${element.name}>\n`;
  }
  const children = element.children.map((child) => write(child, `${indent}    `));
  return `${open}>\n${children.join('')}${indent}</${element.name}>\n`;
}
