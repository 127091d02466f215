/** SOAP messages. */
import { localName, parseXml, SourceError, type XmlElement } from '../../metadata/xml.ts';
import type { Answer } from '../http/answer.ts';

/** A fault to answer: `code` is the exception code, e.g. `INVALID_LOGIN`. */
export class SoapFault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface SoapRequest {
  /** Name of the body's element, e.g. `login`. */
  readonly operation: string;
  readonly body: XmlElement;
  /** `SessionHeader/sessionId` */
  readonly sessionId: string | undefined;
  /** `AllOrNoneHeader/allOrNone` */
  readonly allOrNone: boolean;
}

export function readEnvelope(text: string): SoapRequest {
  const envelope = parse(text);
  const body = child(envelope, 'Body')?.children[0];
  if (localName(envelope.name) !== 'Envelope' || body === undefined) {
    throw new SoapFault('UNKNOWN_EXCEPTION', 'The request is not a SOAP envelope with a body');
  }
  const header = child(envelope, 'Header');
  const inHeader = (part: string, name: string) => {
    const found = header === undefined ? undefined : child(header, part);
    return found === undefined ? undefined : textOf(found, name);
  };
  return {
    operation: localName(body.name),
    body,
    sessionId: inHeader('SessionHeader', 'sessionId'),
    allOrNone: inHeader('AllOrNoneHeader', 'allOrNone') === 'true',
  };
}

function parse(text: string): XmlElement {
  try {
    return parseXml(text, 'request');
  } catch (error) {
    if (error instanceof SourceError) throw new SoapFault('UNKNOWN_EXCEPTION', `line ${error.line}: ${error.reason}`);
    throw error;
  }
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => localName(candidate.name) === name);
}

/** Text of the child of this name; undefined when it is absent. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return child(element, name)?.text;
}

/** Objects and lists hold such values in turn. */
export type XmlValue = string | number | boolean | null | undefined | object;

/** Elements for the properties of a value; null is `xsi:nil`, what is undefined is left out, and lists are repeated. */
export function toXml(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (Array.isArray(value)) return value.map((entry: XmlValue) => toXml(name, entry)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const inner = Object.entries(value).map(([property, entry]) => toXml(property, entry as XmlValue));
  return `<${name}>${inner.join('')}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function soapAnswer(namespace: string, body: string, header = ''): Answer {
  return envelope(200, `xmlns="${namespace}"`, body, header);
}

export function faultAnswer(fault: SoapFault): Answer {
  const code = `sf:${fault.code}`;
  const text = toXml('faultstring', `${fault.code}: ${fault.message}`);
  const body = `<soapenv:Fault><faultcode>${code}</faultcode>${text}</soapenv:Fault>`;
  return envelope(500, 'xmlns:sf="urn:fault.partner.soap.sforce.com"', body, '');
}

function envelope(status: number, namespace: string, body: string, header: string): Answer {
  const data =
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ${namespace} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `${header === '' ? '' : `<soapenv:Header>${header}</soapenv:Header>`}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
  return { status, content: { type: 'text/xml;charset=UTF-8', data } };
}
