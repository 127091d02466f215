/**
 * System.StaticResourceCalloutMock and MultiStaticResourceCalloutMock ("Testing HTTP Callouts Using Static Resources",
 * Apex Developer Guide).
 */
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { staticResource } from '../support/static-resources.ts';
import type { HttpRequestValue } from './http-request.ts';
import { HttpResponseValue } from './http-response.ts';

export class ResourceMockValue extends LibraryObject {
  readonly typeName: string;
  /** Resource by endpoint; the one under null answers all. */
  readonly resources = new Map<string | null, string>();
  readonly headers: (readonly [name: string, value: string])[] = [];
  status: string | null = null;
  statusCode = 0;

  constructor(typeName: string) {
    super();
    this.typeName = typeName;
  }

  respond(request: HttpRequestValue): HttpResponseValue {
    const resource = this.resources.get(request.endpoint) ?? this.resources.get(null);
    if (resource === undefined) {
      throwApex('System.CalloutException', `No static resource for endpoint ${request.endpoint}`);
    }
    const response = new HttpResponseValue();
    response.body =
      staticResource(resource) ?? throwApex('System.CalloutException', `Static resource ${resource} does not exist`);
    response.status = this.status;
    response.statusCode = this.statusCode;
    for (const [name, value] of this.headers) response.setHeader(name, value);
    return response;
  }
}

const common: Record<string, Behaviour> = {
  'System.HttpResponse respond(System.HttpRequest request)': (self: ResourceMockValue, request: HttpRequestValue) =>
    self.respond(request),
  'void setHeader(String key, String value)': (self: ResourceMockValue, name: string, value: string) => {
    self.headers.push([name, value]);
  },
  'void setStatus(String status)': (self: ResourceMockValue, status: string) => {
    self.status = status;
  },
  'void setStatusCode(Integer statusCode)': (self: ResourceMockValue, code: number) => {
    self.statusCode = code;
  },
};

const implementsMock = { implements: ['System.HttpCalloutMock'] };

export const staticResourceMockClass = libraryClass(
  'System.StaticResourceCalloutMock',
  refusingNulls({
    ...common,
    'StaticResourceCalloutMock()': () => new ResourceMockValue('System.StaticResourceCalloutMock'),
    'void setStaticResource(String name)': (self: ResourceMockValue, name: string) => {
      self.resources.set(null, name);
    },
  }),
  implementsMock,
);

export const multiStaticResourceMockClass = libraryClass(
  'System.MultiStaticResourceCalloutMock',
  refusingNulls({
    ...common,
    'MultiStaticResourceCalloutMock()': () => new ResourceMockValue('System.MultiStaticResourceCalloutMock'),
    'void setStaticResource(String endpoint, String name)': (
      self: ResourceMockValue,
      endpoint: string,
      name: string,
    ) => {
      self.resources.set(endpoint, name);
    },
  }),
  implementsMock,
);
