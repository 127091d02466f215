/** System.XmlStreamWriter ("XmlStreamWriter Class", Apex Reference Guide). */
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { escapeAttribute, escapeText, qualifiedName } from '../support/xml-events.ts';

class XmlStreamWriterValue extends LibraryObject {
  readonly typeName = 'System.XmlStreamWriter';
  private text = '';
  private readonly open: string[] = [];
  /** What ends the start tag that can still get attributes. */
  private pending: '' | '>' | '/>' = '';

  get xml(): string {
    this.endTag();
    return this.text;
  }

  write(markup: string): void {
    this.endTag();
    this.text += markup;
  }

  start(prefix: string | null, name: string | null, isEmpty: boolean): void {
    const qualified = qualifiedName(prefix, name ?? '');
    this.write(`<${qualified}`);
    this.pending = isEmpty ? '/>' : '>';
    if (!isEmpty) this.open.push(qualified);
  }

  attribute(name: string, value: string | null): void {
    if (this.pending === '') throwApex('System.XmlException', 'Attribute not associated with any element');
    this.text += ` ${name}="${escapeAttribute(value ?? '')}"`;
  }

  end(): void {
    const name = this.open.pop();
    if (name === undefined) throwApex('System.XmlException', 'No element was found to write');
    this.write(`</${name}>`);
  }

  endAll(): void {
    while (this.open.length > 0) this.end();
  }

  private endTag(): void {
    this.text += this.pending;
    this.pending = '';
  }
}

type Self = XmlStreamWriterValue;
type Text = string | null;

export const xmlStreamWriterClass = libraryClass('System.XmlStreamWriter', {
  'XmlStreamWriter()': () => new XmlStreamWriterValue(),
  'void close()': () => undefined,
  'String getXmlString()': (self: Self) => self.xml,
  'void setDefaultNamespace(String uri)': () => undefined,
  'void writeAttribute(String prefix, String namespaceUri, String localName, String value)': (
    self: Self,
    prefix: Text,
    _namespace: Text,
    name: Text,
    value: Text,
  ) => self.attribute(qualifiedName(prefix, name ?? ''), value),
  'void writeCData(String data)': (self: Self, data: Text) => self.write(`<![CDATA[${data ?? ''}]]>`),
  'void writeCharacters(String text)': (self: Self, text: Text) => self.write(escapeText(text ?? '')),
  'void writeComment(String comment)': (self: Self, comment: Text) => self.write(`<!--${comment ?? ''}-->`),
  'void writeDefaultNamespace(String namespaceUri)': (self: Self, uri: Text) => self.attribute('xmlns', uri),
  'void writeEmptyElement(String prefix, String localName, String namespaceUri)': (
    self: Self,
    prefix: Text,
    name: Text,
  ) => self.start(prefix, name, true),
  'void writeEndDocument()': (self: Self) => self.endAll(),
  'void writeEndElement()': (self: Self) => self.end(),
  'void writeNamespace(String prefix, String namespaceUri)': (self: Self, prefix: Text, uri: Text) =>
    self.attribute(prefix ? `xmlns:${prefix}` : 'xmlns', uri),
  'void writeProcessingInstruction(String target, String data)': (self: Self, target: Text, data: Text) =>
    self.write(`<?${target ?? ''}${data ? ` ${data}` : ''}?>`),
  'void writeStartDocument(String encoding, String version)': (self: Self, encoding: Text, version: Text) =>
    self.write(`<?xml version="${version ?? '1.0'}"${encoding ? ` encoding="${encoding}"` : ''}?>`),
  'void writeStartElement(String prefix, String localName, String namespaceUri)': (
    self: Self,
    prefix: Text,
    name: Text,
  ) => self.start(prefix, name, false),
});
