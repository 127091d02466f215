/** System.XmlStreamReader and XmlTag ("XmlStreamReader Class", Apex Reference Guide). */
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { enumConstant, libraryClass, libraryEnum } from '../define.ts';
import { required } from '../support/arguments.ts';
import { xmlEvents, type XmlAttribute, type XmlEvent, type XmlStart } from '../support/xml-events.ts';

export const xmlTag = libraryEnum('System.XmlTag', [
  'ATTRIBUTE',
  'CDATA',
  'CHARACTERS',
  'COMMENT',
  'DTD',
  'END_DOCUMENT',
  'END_ELEMENT',
  'ENTITY_DECLARATION',
  'ENTITY_REFERENCE',
  'NAMESPACE',
  'NOTATION_DECLARATION',
  'PROCESSING_INSTRUCTION',
  'SPACE',
  'START_DOCUMENT',
  'START_ELEMENT',
]);

/** Names of the events, and the numbers that `next()` answers (`javax.xml.stream.XMLStreamConstants`). */
const TAGS: Readonly<Record<XmlEvent['kind'], readonly [tag: string, number: number]>> = {
  start: ['START_ELEMENT', 1],
  end: ['END_ELEMENT', 2],
  instruction: ['PROCESSING_INSTRUCTION', 3],
  text: ['CHARACTERS', 4],
  cdata: ['CDATA', 12],
  comment: ['COMMENT', 5],
  startDocument: ['START_DOCUMENT', 7],
  endDocument: ['END_DOCUMENT', 8],
};

export class XmlStreamReaderValue extends LibraryObject {
  readonly typeName = 'System.XmlStreamReader';
  coalescing = false;
  private readonly events: readonly XmlEvent[];
  /** Namespaces that were declared so far, the innermost last. */
  private readonly scopes: XmlStart[] = [];
  private at = 0;

  constructor(source: string) {
    super();
    this.events = xmlEvents(source);
  }

  get event(): XmlEvent {
    return this.events[this.at];
  }

  get hasNext(): boolean {
    return this.at < this.events.length - 1;
  }

  /** Character data that follows on itself is one event when the reader is coalescing. */
  next(): number {
    if (!this.hasNext)
      throwApex('System.NoSuchElementException', 'END_DOCUMENT reached: no more elements on the stream.');
    if (this.event.kind === 'end') this.scopes.pop();
    const isContinued = (): boolean => this.coalescing && isData(this.event) && isData(this.events[this.at + 1]);
    while (isContinued()) this.at++;
    this.at++;
    if (this.event.kind === 'start') this.scopes.push(this.event);
    return TAGS[this.kind][1];
  }

  get kind(): XmlEvent['kind'] {
    return this.coalescing && this.event.kind === 'cdata' ? 'text' : this.event.kind;
  }

  nextTag(): number {
    for (;;) {
      const number = this.next();
      if (this.event.kind === 'start' || this.event.kind === 'end') return number;
      if (isData(this.event) && this.text?.trim() !== '') {
        throwApex('System.XmlException', 'found: CHARACTERS, expected START_ELEMENT or END_ELEMENT');
      }
    }
  }

  get text(): string | null {
    if (!('text' in this.event)) return null;
    if (!this.coalescing || !isData(this.event)) return this.event.text;
    let text = '';
    for (let at = this.at; isData(this.events[at]); at++) text += (this.events[at] as { text: string }).text;
    return text;
  }

  get name(): { readonly prefix: string | null; readonly name: string; readonly namespace: string | null } | undefined {
    return this.event.kind === 'start' || this.event.kind === 'end' ? this.event : undefined;
  }

  get attributes(): readonly XmlAttribute[] {
    return this.event.kind === 'start' ? this.event.attributes : [];
  }

  get declarations(): XmlStart['declarations'] {
    return this.event.kind === 'start' ? this.event.declarations : [];
  }

  attribute(index: number): XmlAttribute {
    return this.attributes[index] ?? throwApex('System.XmlException', `There is no attribute ${index}`);
  }

  namespaceOf(prefix: string): string | null {
    const declared = this.scopes.flatMap(({ declarations }) => declarations);
    return declared.findLast((declaration) => declaration.prefix === prefix)?.uri ?? null;
  }
}

function isData(event: XmlEvent | undefined): boolean {
  return event?.kind === 'text' || event?.kind === 'cdata';
}

type Self = XmlStreamReaderValue;

export const xmlStreamReaderClass = libraryClass('System.XmlStreamReader', {
  'XmlStreamReader(String xmlInput)': (source: string | null) => new XmlStreamReaderValue(required(source, 1)),
  'Integer getAttributeCount()': (self: Self) => self.attributes.length,
  'String getAttributeLocalName(Integer index)': (self: Self, index: number) => self.attribute(index).name,
  'String getAttributeNamespace(Integer index)': (self: Self, index: number) => self.attribute(index).namespace,
  'String getAttributePrefix(Integer index)': (self: Self, index: number) => self.attribute(index).prefix,
  'String getAttributeType(Integer index)': (self: Self, index: number) => self.attribute(index) && 'CDATA',
  'String getAttributeValue(String namespaceUri, String localName)': (
    self: Self,
    namespace: string | null,
    name: string | null,
  ) =>
    self.attributes.find((attribute) => attribute.name === name && (!namespace || attribute.namespace === namespace))
      ?.value ?? null,
  'String getAttributeValueAt(Integer index)': (self: Self, index: number) => self.attribute(index).value,
  'System.XmlTag getEventType()': (self: Self) => enumConstant(xmlTag, TAGS[self.kind][0]),
  'String getLocalName()': (self: Self) => self.name?.name ?? null,
  'String getNamespace()': (self: Self) => self.name?.namespace ?? null,
  'Integer getNamespaceCount()': (self: Self) => self.declarations.length,
  'String getNamespacePrefix(Integer index)': (self: Self, index: number) => self.declarations[index]?.prefix || null,
  'String getNamespaceURI(String prefix)': (self: Self, prefix: string | null) => self.namespaceOf(prefix ?? ''),
  'String getNamespaceURIAt(Integer index)': (self: Self, index: number) => self.declarations[index]?.uri ?? null,
  'String getPIData()': (self: Self) => (self.event.kind === 'instruction' ? self.event.data : null),
  'String getPITarget()': (self: Self) => (self.event.kind === 'instruction' ? self.event.target : null),
  'String getPrefix()': (self: Self) => self.name?.prefix ?? null,
  'String getText()': (self: Self) => self.text,
  'String getVersion()': (self: Self) => (self.event.kind === 'startDocument' ? self.event.version : null),
  'Boolean hasName()': (self: Self) => self.name !== undefined,
  'Boolean hasNext()': (self: Self) => self.hasNext,
  'Boolean hasText()': (self: Self) => self.text !== null,
  'Boolean isCharacters()': (self: Self) => self.kind === 'text',
  'Boolean isEndElement()': (self: Self) => self.kind === 'end',
  'Boolean isStartElement()': (self: Self) => self.kind === 'start',
  'Boolean isWhiteSpace()': (self: Self) => isData(self.event) && self.text?.trim() === '',
  'Integer next()': (self: Self) => self.next(),
  'Integer nextTag()': (self: Self) => self.nextTag(),
  'void setCoalescing(Boolean returnAsSingleBlock)': (self: Self, coalescing: boolean | null) => {
    self.coalescing = coalescing === true;
  },
  'void setNamespaceAware(Boolean isNamespaceAware)': () => undefined,
});
