import { body } from '../../test-support/cases.ts';

const load = `dom.Document d = new dom.Document();
  d.load('<?xml version="1.0"?><a:shelf xmlns:a="urn:a" xmlns="urn:d" size="2"><!--c--><book a:id="1">x &amp; <![CDATA[<y>]]></book><book/></a:shelf>');
  dom.XmlNode root = d.getRootElement();`;

body(
  'elements, attributes and namespaces of a document',
  `${load}
  dom.XmlNode book = root.getChildElement('book', 'urn:d');
  return root.getName() + ' ' + root.getNamespace() + ' ' + root.getAttribute('size', null) + ' ' + root.getChildElements().size()
    + ' ' + root.getChildren()[0].getNodeType() + ' ' + book.getText() + ' ' + book.getAttributeValue('id', 'urn:a') + ' '
    + root.getChildElement('book', null) + ' ' + book.getParent().getName() + ' ' + book.getPrefixFor('urn:a');`,
  'shelf urn:a 2 2 COMMENT x & <y> 1 null shelf a',
);

body(
  'a loaded document is written again',
  `${load} root.removeChild(root.getChildElements()[1]); return d.toXmlString();`,
  '<?xml version="1.0" encoding="UTF-8"?><a:shelf xmlns:a="urn:a" xmlns="urn:d" size="2"><!--c--><book a:id="1">x &amp; &lt;y&gt;</book></a:shelf>',
);

body(
  'a document that is built',
  `dom.Document d = new dom.Document();
  dom.XmlNode root = d.createRootElement('Envelope', 'urn:e', 'e');
  root.setNamespace('x', 'urn:x');
  root.setAttributeNs('kind', 'a"b', 'urn:x', null);
  root.addChildElement('Body', 'urn:e', null).addTextNode('1 < 2');
  dom.XmlNode empty = root.addChildElement('empty', null, null);
  root.insertBefore(root.addCommentNode('c'), empty);
  return d.toXmlString();`,
  '<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:x="urn:x" xmlns:e="urn:e" x:kind="a&quot;b"><e:Body>1 &lt; 2</e:Body><!--c--><empty /></e:Envelope>',
);

body(
  'what is not well-formed is refused',
  `try { new dom.Document().load('<a><b></a>'); return null; } catch (XmlException e) { return e.getMessage(); }`,
  'ParseError at [row,col]:[1,7]\nMessage: The end-tag </a> does not match its start-tag.',
);

body(
  'bodies of requests and responses',
  `HttpRequest request = new HttpRequest();
  dom.Document d = new dom.Document();
  d.createRootElement('a', null, null);
  request.setBodyDocument(d);
  HttpResponse response = new HttpResponse();
  response.setBody(request.getBody());
  XmlStreamReader reader = response.getXmlStreamReader();
  reader.next();
  return response.getBodyDocument().getRootElement().getName() + reader.getLocalName();`,
  'aa',
);
