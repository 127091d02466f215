/** Messaging.SendEmailResult and SendEmailError (Apex Reference Guide). */
import { ApexList, LibraryObject } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';
import { statusCodeOf } from '../system/status-code.ts';

export interface EmailFailure {
  readonly code: string;
  readonly message: string;
}

export class SendEmailErrorValue extends LibraryObject {
  readonly typeName = 'Messaging.SendEmailError';
  readonly failure: EmailFailure;

  constructor(failure: EmailFailure) {
    super();
    this.failure = failure;
  }
}

export class SendEmailResultValue extends LibraryObject {
  readonly typeName = 'Messaging.SendEmailResult';
  readonly failure: EmailFailure | null;

  constructor(failure: EmailFailure | null) {
    super();
    this.failure = failure;
  }
}

export const sendEmailErrorClass = libraryClass('Messaging.SendEmailError', {
  ...readings<SendEmailErrorValue>({
    'String Message': ({ failure }) => failure.message,
    'System.StatusCode StatusCode': ({ failure }) => statusCodeOf(failure.code),
    'String TargetObjectId': () => null,
  }),
  'List<String> getFields()': () => new ApexList(types.String),
});

export const sendEmailResultClass = libraryClass(
  'Messaging.SendEmailResult',
  readings<SendEmailResultValue>({
    'List<Messaging.SendEmailError> Errors': ({ failure }) =>
      new ApexList(libraryType('Messaging.SendEmailError'), failure === null ? [] : [new SendEmailErrorValue(failure)]),
    'Boolean Success': ({ failure }) => failure === null,
  }),
);

/** One body of `Messaging.renderEmailTemplate`. */
export class RenderedBodyValue extends LibraryObject {
  readonly typeName = 'Messaging.RenderEmailTemplateBodyResult';
  readonly body: string | null;
  readonly failure: EmailFailure | null;

  constructor(body: string | null, failure: EmailFailure | null) {
    super();
    this.body = body;
    this.failure = failure;
  }
}

class RenderErrorValue extends LibraryObject {
  readonly typeName = 'Messaging.RenderEmailTemplateError';
  readonly failure: EmailFailure;

  constructor(failure: EmailFailure) {
    super();
    this.failure = failure;
  }
}

export const renderErrorClass = libraryClass('Messaging.RenderEmailTemplateError', {
  'String getMessage()': ({ failure }: RenderErrorValue) => failure.message,
  'System.StatusCode getStatusCode()': ({ failure }: RenderErrorValue) => statusCodeOf(failure.code),
});

export const renderedBodyClass = libraryClass('Messaging.RenderEmailTemplateBodyResult', {
  'String getMergedBody()': (self: RenderedBodyValue) => self.body,
  'Boolean getSuccess()': (self: RenderedBodyValue) => self.failure === null,
  'List<Messaging.RenderEmailTemplateError> getErrors()': ({ failure }: RenderedBodyValue) =>
    new ApexList(
      libraryType('Messaging.RenderEmailTemplateError'),
      failure === null ? [] : [new RenderErrorValue(failure)],
    ),
});
