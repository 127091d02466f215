import { body } from '../../test-support/cases.ts';

body(
  'the events of a document',
  `XmlStreamReader r = new XmlStreamReader('<?xml version="1.0"?><a xmlns:p="urn:p" k="v" p:k="w"><?t d?>x<![CDATA[y]]><!--c--><p:b/></a>');
  String log = r.getVersion();
  while (r.hasNext()) {
    r.next();
    log += ' ' + r.getEventType();
    if (r.isStartElement()) log += ':' + r.getPrefix() + ':' + r.getLocalName() + ':' + r.getAttributeValue(null, 'k') + ':' + r.getAttributeValue('urn:p', 'k');
    if (r.hasText()) log += ':' + r.getText();
  }
  return log;`,
  '1.0 START_ELEMENT:null:a:v:w PROCESSING_INSTRUCTION CHARACTERS:x CDATA:y COMMENT:c START_ELEMENT:p:b:null:null END_ELEMENT END_ELEMENT END_DOCUMENT',
);

body(
  'a coalescing reader makes one event of text',
  `XmlStreamReader r = new XmlStreamReader('<a>x<![CDATA[y]]>z</a>');
  r.setCoalescing(true);
  Integer start = r.next();
  Integer text = r.next();
  return start + ' ' + text + ' ' + r.getText() + ' ' + r.nextTag() + ' ' + r.isEndElement();`,
  '1 4 xyz 2 true',
);

body(
  'writing the example of the reference',
  `XmlStreamWriter w = new XmlStreamWriter();
  w.writeStartDocument(null, '1.0');
  w.writeProcessingInstruction('target', 'data');
  w.writeStartElement('m', 'Library', 'http://www.book.com');
  w.writeNamespace('m', 'http://www.book.com');
  w.writeComment('Book starts here');
  w.setDefaultNamespace('http://www.defns.com');
  w.writeCData('<Cdata> I like CData </Cdata>');
  w.writeStartElement(null, 'book', null);
  w.writeDefaultNamespace('http://www.defns.com');
  w.writeAttribute(null, null, 'author', 'Manoj');
  w.writeCharacters('This is my book');
  w.writeEndElement();
  w.writeEmptyElement(null, 'ISBN', null);
  w.writeEndElement();
  w.writeEndDocument();
  String xml = w.getXmlString();
  w.close();
  return xml;`,
  '<?xml version="1.0"?><?target data?><m:Library xmlns:m="http://www.book.com"><!--Book starts here--><![CDATA[<Cdata> I like CData </Cdata>]]><book xmlns="http://www.defns.com" author="Manoj">This is my book</book><ISBN/></m:Library>',
);
