/** System.RestContext, RestRequest and RestResponse ("RestContext Class" and its like, Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import type { RestRequestData, RestResponseData } from '../../../database/services.ts';
import { BlobValue } from '../../../schema/values/index.ts';
import { ApexMap } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { BeanValue, beanProperties } from '../support/bean.ts';

type TextMap = ApexMap<string, string>;

export class RestRequestValue extends BeanValue {
  constructor() {
    super('System.RestRequest');
    this.values.set('headers', new ApexMap(types.String, types.String));
    this.values.set('params', new ApexMap(types.String, types.String));
  }

  static of(request: RestRequestData, resourcePath: string): RestRequestValue {
    const value = new RestRequestValue();
    for (const [name, text] of Object.entries(request.headers)) (value.get('headers') as TextMap).put(name, text);
    for (const [name, text] of Object.entries(request.params)) (value.get('params') as TextMap).put(name, text);
    value.values.set('httpMethod', request.method);
    value.values.set('requestURI', request.path);
    value.values.set('resourcePath', resourcePath);
    value.values.set('remoteAddress', '127.0.0.1');
    value.values.set('requestBody', new BlobValue(request.body));
    return value;
  }
}

export class RestResponseValue extends BeanValue {
  constructor() {
    super('System.RestResponse');
    this.values.set('headers', new ApexMap(types.String, types.String));
  }

  /** What was set on the response; the status is 200 unless set. */
  data(): RestResponseData {
    const body = this.get('responseBody');
    return {
      status: (this.get('statusCode') as number | null) ?? 200,
      headers: Object.fromEntries((this.get('headers') as TextMap).entries()),
      body: body instanceof BlobValue ? body.bytes : new Uint8Array(),
    };
  }
}

interface RestState {
  request: RestRequestValue | null;
  response: RestResponseValue | null;
}

const slot = Symbol('rest context');

/** The request and response of the running transaction; null outside of Apex REST until code sets them. */
export function restContext(): RestState {
  return currentTransaction().state(slot, () => ({ request: null, response: null }));
}

export const restContextClass = libraryClass('System.RestContext', {
  'static System.RestRequest request {get set}': {
    get: () => restContext().request,
    set: (value: RestRequestValue | null) => {
      restContext().request = value;
    },
  },
  'static System.RestResponse response {get set}': {
    get: () => restContext().response,
    set: (value: RestResponseValue | null) => {
      restContext().response = value;
    },
  },
});

export const restRequestClass = libraryClass('System.RestRequest', {
  'RestRequest()': () => new RestRequestValue(),
  ...beanProperties(
    'Map<String, String> headers',
    'String httpMethod',
    'Map<String, String> params',
    'String remoteAddress',
    'Blob requestBody',
    'String requestURI',
    'String resourcePath',
  ),
  ...refusingNulls({
    'void addHeader(String name, String value)': putInto('headers'),
    'void addParameter(String name, String value)': putInto('params'),
  }),
});

export const restResponseClass = libraryClass('System.RestResponse', {
  'RestResponse()': () => new RestResponseValue(),
  ...beanProperties('Map<String, String> headers', 'Blob responseBody', 'Integer statusCode'),
  ...refusingNulls({ 'void addHeader(String name, String value)': putInto('headers') }),
});

function putInto(map: string) {
  return (self: BeanValue, name: string, value: string): void => {
    (self.get(map) as TextMap).put(name, value);
  };
}
