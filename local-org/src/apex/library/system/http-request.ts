/** System.HttpRequest ("HttpRequest Class", Apex Reference Guide). */
import type { BlobValue } from '../../../schema/values/index.ts';
import { throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { documentOf, type DocumentValue } from '../dom/document.ts';
import { refusingNulls, required } from '../support/arguments.ts';
import { HttpMessage } from '../support/http-message.ts';

/** "The timeout … between 1 and 120,000 milliseconds". */
const MAXIMUM_TIMEOUT = 120_000;

export class HttpRequestValue extends HttpMessage {
  readonly typeName = 'System.HttpRequest';
  endpoint: string | null = null;
  method: string | null = null;
  compressed = false;
  timeout = 10_000;

  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export const httpRequestClass = libraryClass('System.HttpRequest', {
  'HttpRequest()': () => new HttpRequestValue(),
  'String getBody()': (self: HttpRequestValue) => self.body?.toString() ?? '',
  'Blob getBodyAsBlob()': (self: HttpRequestValue) => self.body,
  'dom.Document getBodyDocument()': (self: HttpRequestValue) => documentOf(self.body),
  'Boolean getCompressed()': (self: HttpRequestValue) => self.compressed,
  'String getEndpoint()': (self: HttpRequestValue) => self.endpoint,
  'String getMethod()': (self: HttpRequestValue) => self.method,
  'void setBody(String body)': (self: HttpRequestValue, body: string | null) => self.setBody(body),
  'void setBodyAsBlob(Blob body)': (self: HttpRequestValue, body: BlobValue | null) => {
    self.body = body;
  },
  'void setBodyDocument(dom.Document document)': (self: HttpRequestValue, document: DocumentValue | null) =>
    self.setBody(required(document, 1).xml),
  'void setEndpoint(String endpoint)': (self: HttpRequestValue, endpoint: string | null) => {
    self.endpoint = endpoint;
  },
  'void setMethod(String method)': (self: HttpRequestValue, method: string | null) => {
    self.method = method;
  },
  'String toString()': (self: HttpRequestValue) => self.toString(),
  ...refusingNulls({
    'String getHeader(String key)': (self: HttpRequestValue, name: string) => self.getHeader(name),
    'void setHeader(String key, String value)': (self: HttpRequestValue, name: string, value: string) =>
      self.setHeader(name, value),
    'void setCompressed(Boolean flag)': (self: HttpRequestValue, compressed: boolean) => {
      self.compressed = compressed;
    },
    'void setTimeout(Integer timeout)': (self: HttpRequestValue, timeout: number) => {
      if (timeout < 1 || timeout > MAXIMUM_TIMEOUT) {
        throwApex('System.CalloutException', `timeout value ${timeout} should be between 1 and ${MAXIMUM_TIMEOUT}`);
      }
      self.timeout = timeout;
    },
  }),
});
