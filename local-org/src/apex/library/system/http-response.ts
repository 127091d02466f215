/** System.HttpResponse ("HttpResponse Class", Apex Reference Guide). */
import type { BlobValue } from '../../../schema/values/index.ts';
import { ApexList } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { documentOf } from '../dom/document.ts';
import { refusingNulls } from '../support/arguments.ts';
import { HttpMessage } from '../support/http-message.ts';
import { XmlStreamReaderValue } from './xml-stream-reader.ts';

export class HttpResponseValue extends HttpMessage {
  readonly typeName = 'System.HttpResponse';
  status: string | null = null;
  statusCode = 0;

  override toString(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

export const httpResponseClass = libraryClass('System.HttpResponse', {
  'HttpResponse()': () => new HttpResponseValue(),
  'String getBody()': (self: HttpResponseValue) => self.body?.toString() ?? '',
  'Blob getBodyAsBlob()': (self: HttpResponseValue) => self.body,
  'dom.Document getBodyDocument()': (self: HttpResponseValue) => documentOf(self.body),
  'System.XmlStreamReader getXmlStreamReader()': (self: HttpResponseValue) =>
    new XmlStreamReaderValue(self.body?.toString() ?? ''),
  'List<String> getHeaderKeys()': (self: HttpResponseValue) => new ApexList(types.String, self.headerNames),
  'String getStatus()': (self: HttpResponseValue) => self.status,
  'Integer getStatusCode()': (self: HttpResponseValue) => self.statusCode,
  'void setBody(String body)': (self: HttpResponseValue, body: string | null) => self.setBody(body),
  'void setBodyAsBlob(Blob body)': (self: HttpResponseValue, body: BlobValue | null) => {
    self.body = body;
  },
  'void setStatus(String status)': (self: HttpResponseValue, status: string | null) => {
    self.status = status;
  },
  'String toString()': (self: HttpResponseValue) => self.toString(),
  ...refusingNulls({
    'String getHeader(String key)': (self: HttpResponseValue, name: string) => self.getHeader(name),
    'void setHeader(String key, String value)': (self: HttpResponseValue, name: string, value: string) =>
      self.setHeader(name, value),
    'void setStatusCode(Integer statusCode)': (self: HttpResponseValue, code: number) => {
      self.statusCode = code;
    },
  }),
});
