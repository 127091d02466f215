/** dom.Document ("Document Class", Apex Reference Guide). */
import type { BlobValue } from '../../../schema/values/index.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import { xmlEvents } from '../support/xml-events.ts';
import { XmlNodeValue } from './node.ts';
import { markupOf } from './serialize.ts';

export class DocumentValue extends LibraryObject {
  readonly typeName = 'dom.Document';
  root: XmlNodeValue | null = null;

  load(source: string): void {
    let open: XmlNodeValue | null = null;
    for (const event of xmlEvents(source)) {
      if (event.kind === 'start') {
        const element: XmlNodeValue = new XmlNodeValue('ELEMENT', event.name, event.namespace, event.prefix);
        element.declarations.push(...event.declarations);
        element.attributes.push(...event.attributes);
        if (open === null) this.root = element;
        else open.add(element);
        open = element;
      } else if (event.kind === 'end') open = open!.parent;
      else if (open !== null && event.kind === 'comment') open.add(new XmlNodeValue('COMMENT', event.text));
      else if (open !== null && 'text' in event) open.add(new XmlNodeValue('TEXT', event.text));
    }
  }

  get xml(): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${this.root === null ? '' : markupOf(this.root)}`;
  }
}

/** The body of a request or response, read. */
export function documentOf(body: BlobValue | null): DocumentValue {
  const document = new DocumentValue();
  document.load(body?.toString() ?? '');
  return document;
}

export const documentClass = libraryClass('dom.Document', {
  'Document()': () => new DocumentValue(),
  'dom.XmlNode createRootElement(String name, String namespace, String prefix)': (
    self: DocumentValue,
    name: string | null,
    namespace: string | null,
    prefix: string | null,
  ) => (self.root = new XmlNodeValue('ELEMENT', required(name, 1), namespace, prefix)),
  'dom.XmlNode getRootElement()': (self: DocumentValue) => self.root,
  'void load(String xml)': (self: DocumentValue, xml: string | null) => self.load(required(xml, 1)),
  'String toXmlString()': (self: DocumentValue) => self.xml,
});
