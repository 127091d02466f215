/** dom.XmlNode and XmlNodeType ("XmlNode Class", Apex Reference Guide). */
import { ApexList, LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { enumConstant, libraryClass, libraryEnum } from '../define.ts';
import { required } from '../support/arguments.ts';
import type { NamespaceDeclaration, XmlAttribute } from '../support/xml-events.ts';

export const xmlNodeType = libraryEnum('dom.XmlNodeType', ['COMMENT', 'ELEMENT', 'TEXT']);

type NodeType = 'COMMENT' | 'ELEMENT' | 'TEXT';

export class XmlNodeValue extends LibraryObject {
  readonly typeName = 'dom.XmlNode';
  readonly nodeType: NodeType;
  /** Of an element; of other nodes their text. */
  readonly content: string;
  readonly prefix: string | null;
  readonly namespace: string | null;
  readonly attributes: XmlAttribute[] = [];
  readonly declarations: NamespaceDeclaration[] = [];
  readonly children: XmlNodeValue[] = [];
  parent: XmlNodeValue | null = null;

  constructor(nodeType: NodeType, content: string, namespace: string | null = null, prefix: string | null = null) {
    super();
    this.nodeType = nodeType;
    this.content = content;
    this.namespace = namespace === '' ? null : namespace;
    this.prefix = prefix;
  }

  /** `at` is the place among the children; the last when it is left out. */
  add(child: XmlNodeValue, at = this.children.length): XmlNodeValue {
    if (this.nodeType !== 'ELEMENT') throwApex('System.XmlException', 'Only elements have children');
    child.parent?.remove(child);
    child.parent = this;
    this.children.splice(at, 0, child);
    return child;
  }

  remove(child: XmlNodeValue): boolean {
    const at = this.children.indexOf(child);
    if (at < 0) return false;
    this.children.splice(at, 1);
    child.parent = null;
    return true;
  }

  attribute(key: string | null, namespace: string | null): XmlAttribute | undefined {
    return this.attributes.find(({ name, namespace: of }) => name === key && of === (namespace || null));
  }

  setAttribute(name: string, value: string | null, prefix: string | null, namespace: string | null): void {
    const present = this.attribute(name, namespace);
    if (present === undefined) {
      this.attributes.push({ prefix, name, namespace: namespace || null, value: value ?? '' });
    } else present.value = value ?? '';
  }

  /** The text of an element is that of the text nodes directly inside it. */
  get text(): string {
    if (this.nodeType !== 'ELEMENT') return this.content;
    return this.children.flatMap(({ nodeType, content }) => (nodeType === 'TEXT' ? content : [])).join('');
  }

  /** Declarations of this element and of those around it, the nearest first. */
  *scope(): Generator<NamespaceDeclaration> {
    yield* this.declarations;
    if (this.namespace !== null) yield { prefix: this.prefix ?? '', uri: this.namespace };
    if (this.parent !== null) yield* this.parent.scope();
  }
}

type Self = XmlNodeValue;
type Text = string | null;

function elements(self: Self): XmlNodeValue[] {
  return self.children.filter(({ nodeType }) => nodeType === 'ELEMENT');
}

function nodes(items: readonly XmlNodeValue[]): ApexList {
  return new ApexList(libraryType('dom.XmlNode'), [...items]);
}

function attributeAt(self: Self, index: number): XmlAttribute {
  return self.attributes[index] ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
}

function insertBefore(self: Self, child: XmlNodeValue | null, before: XmlNodeValue | null): XmlNodeValue {
  const added = required(child, 1);
  if (before === null) return self.add(added);
  const at = self.children.indexOf(before);
  if (at < 0) throwApex('System.XmlException', 'The node to insert before is not a child of this node');
  return self.add(added, at);
}

export const xmlNodeClass = libraryClass('dom.XmlNode', {
  'dom.XmlNode addChildElement(String name, String namespace, String prefix)': (
    self: Self,
    name: Text,
    namespace: Text,
    prefix: Text,
  ) => self.add(new XmlNodeValue('ELEMENT', required(name, 1), namespace, prefix)),
  'dom.XmlNode addCommentNode(String text)': (self: Self, text: Text) =>
    self.add(new XmlNodeValue('COMMENT', text ?? '')),
  'dom.XmlNode addTextNode(String text)': (self: Self, text: Text) => self.add(new XmlNodeValue('TEXT', text ?? '')),
  'String getAttribute(String key, String keyNamespace)': (self: Self, key: Text, namespace: Text) =>
    self.attribute(key, namespace)?.value ?? null,
  'Integer getAttributeCount()': (self: Self) => self.attributes.length,
  'String getAttributeKeyAt(Integer index)': (self: Self, index: number) => attributeAt(self, index).name,
  'String getAttributeKeyNsAt(Integer index)': (self: Self, index: number) => attributeAt(self, index).namespace,
  'String getAttributeValue(String key, String keyNamespace)': (self: Self, key: Text, namespace: Text) =>
    self.attribute(key, namespace)?.value ?? null,
  'dom.XmlNode getChildElement(String name, String namespace)': (self: Self, name: Text, namespace: Text) =>
    elements(self).find((child) => child.content === name && child.namespace === (namespace || null)) ?? null,
  'List<dom.XmlNode> getChildElements()': (self: Self) => nodes(elements(self)),
  'List<dom.XmlNode> getChildren()': (self: Self) => nodes(self.children),
  'String getName()': (self: Self) => (self.nodeType === 'ELEMENT' ? self.content : null),
  'String getNamespace()': (self: Self) => self.namespace,
  'String getNamespaceFor(String prefix)': (self: Self, prefix: Text) =>
    self.scope().find((declared) => declared.prefix === (prefix ?? ''))?.uri ?? null,
  'dom.XmlNodeType getNodeType()': (self: Self) => enumConstant(xmlNodeType, self.nodeType),
  'dom.XmlNode getParent()': (self: Self) => self.parent,
  'String getPrefixFor(String namespace)': (self: Self, namespace: Text) =>
    self.scope().find((declared) => declared.uri === namespace)?.prefix ?? null,
  'String getText()': (self: Self) => self.text,
  'dom.XmlNode insertBefore(dom.XmlNode newChild, dom.XmlNode refChild)': insertBefore,
  'Boolean removeAttribute(String key, String keyNamespace)': (self: Self, key: Text, namespace: Text) => {
    const found = self.attribute(key, namespace);
    if (found !== undefined) self.attributes.splice(self.attributes.indexOf(found), 1);
    return found !== undefined;
  },
  'Boolean removeChild(dom.XmlNode childNode)': (self: Self, child: XmlNodeValue | null) =>
    self.remove(required(child, 1)),
  'void setAttribute(String key, String value)': (self: Self, key: Text, value: Text) =>
    self.setAttribute(required(key, 1), value, null, null),
  'void setAttributeNs(String key, String value, String keyNamespace, String valueNamespace)': (
    self: Self,
    key: Text,
    value: Text,
    namespace: Text,
  ) => self.setAttribute(required(key, 1), value, null, namespace),
  'void setNamespace(String prefix, String namespace)': (self: Self, prefix: Text, namespace: Text) => {
    self.declarations.push({ prefix: prefix ?? '', uri: required(namespace, 2) });
  },
});
