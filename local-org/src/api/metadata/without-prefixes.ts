/** Elements of SOAP messages by their names alone, as metadata files have them. */
import { localName, type XmlElement } from '../../metadata/xml.ts';

export function withoutPrefixes(element: XmlElement): XmlElement {
  return { ...element, name: localName(element.name), children: element.children.map(withoutPrefixes) };
}
