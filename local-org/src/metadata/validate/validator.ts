/** Checks one metadata file against the types of the Metadata API. */
import { localName, parseXml, SourceError, type XmlElement } from '../xml.ts';
import { extraElements, extraValues, omittableElements, openElements, untypedRoots } from './known-gaps.ts';
import type { ElementType, WsdlTypes } from './wsdl-types.ts';

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const NAMESPACES = new Set(['http://soap.sforce.com/2006/04/metadata', 'urn:metadata.tooling.soap.sforce.com']);

export function validateFile(file: string, source: string, wsdl: WsdlTypes): Finding[] {
  try {
    return new FileValidator(file, wsdl).validate(parseXml(source, file));
  } catch (error) {
    if (error instanceof SourceError) return [{ file, line: error.line, message: error.reason }];
    throw error;
  }
}

class FileValidator {
  private readonly file: string;
  private readonly wsdl: WsdlTypes;
  private readonly findings: Finding[] = [];

  constructor(file: string, wsdl: WsdlTypes) {
    this.file = file;
    this.wsdl = wsdl;
  }

  validate(root: XmlElement): Finding[] {
    if (untypedRoots.has(root.name)) return [];
    if (!this.wsdl.types.has(root.name)) this.report(root, `there is no metadata type ${root.name}`);
    else {
      if (!NAMESPACES.has(root.attributes.xmlns ?? '')) {
        this.report(root, `the namespace is '${root.attributes.xmlns ?? ''}', not that of the Metadata API`);
      }
      this.checkType(root, root.name);
    }
    return this.findings;
  }

  private checkType(element: XmlElement, declared: string): void {
    const stated = localName(element.attributes['xsi:type'] ?? '');
    const type = this.wsdl.types.has(stated) ? stated : declared;
    const elements = this.wsdl.types.get(type);
    if (elements === undefined) return;
    if (element.text.trim() !== '') this.report(element, `text directly inside <${element.name}>`);
    this.checkOrder(element, elements);
    for (const child of element.children) this.checkChild(child, type, elements);
    for (const [name, { required }] of elements) {
      if (!required || omittableElements.has(`${type}.${name}`)) continue;
      if (!element.children.some((child) => child.name === name)) {
        this.report(element, `<${element.name}> needs an element <${name}>`);
      }
    }
  }

  /** Elements of one name must stand together, and be one unless they are a list. */
  private checkOrder(element: XmlElement, elements: ReadonlyMap<string, ElementType>): void {
    const seen = new Set<string>();
    let previous = '';
    for (const child of element.children) {
      if (seen.has(child.name)) {
        if (elements.get(child.name)?.list === false)
          this.report(child, `<${child.name}> stands twice in <${element.name}>`);
        else if (previous !== child.name)
          this.report(child, `the <${child.name}> of <${element.name}> do not stand together`);
      }
      seen.add(child.name);
      previous = child.name;
    }
  }

  private checkChild(child: XmlElement, owner: string, elements: ReadonlyMap<string, ElementType>): void {
    const path = `${owner}.${child.name}`;
    const type = elements.get(child.name)?.type ?? extraElements.get(path);
    if (type === undefined) this.report(child, `${owner} has no element <${child.name}>`);
    else if (child.attributes['xsi:nil'] === 'true' || openElements.has(path) || type === 'any' || type === 'unknown')
      return;
    else if (this.wsdl.types.has(type)) this.checkType(child, type);
    else this.checkValue(child, type);
  }

  private checkValue(element: XmlElement, type: string): void {
    const value = element.text.trim();
    const allowed = this.wsdl.enumerations.get(type);
    if (element.children.length > 0) this.report(element, `<${element.name}> holds elements, not a value`);
    else if (type === 'boolean' && !/^(true|false|0|1)$/.test(value)) {
      this.report(element, `<${element.name}> is '${value}', not true or false`);
    } else if (type === 'number' && (value === '' || !Number.isFinite(Number(value)))) {
      this.report(element, `<${element.name}> is '${value}', not a number`);
    } else if (allowed !== undefined && !allowed.has(value) && !extraValues.has(`${type}.${value}`)) {
      this.report(element, `<${element.name}> is '${value}', which is not a ${type}`);
    }
  }

  private report(element: XmlElement, message: string): void {
    this.findings.push({ file: this.file, line: element.line, message });
  }
}
