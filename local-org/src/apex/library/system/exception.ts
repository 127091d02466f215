/**
 * System.Exception, the base of all exceptions ("Exception Class and Built-In Exceptions", Apex Reference Guide). The
 * methods on DML failures are documented for DmlException and EmailException; on others there are none.
 */
import { currentTransaction } from '../../../database/transaction.ts';
import {
  ApexException,
  ApexList,
  SystemException,
  fieldToken,
  formatFrames,
  throwApex,
  type DmlFailure,
} from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { statusCodeOf } from './status-code.ts';

/** Exceptions whose message was set after they were made. */
const renamed = new WeakSet<ApexException>();

export const exceptionClass = libraryClass(
  'System.Exception',
  {
    'Exception getCause()': (self: ApexException) => self.cause,
    'Integer getLineNumber()': (self: ApexException) => self.frames[0]?.line ?? 0,
    'String getMessage()': messageOf,
    'String getStackTraceString()': (self: ApexException) => formatFrames(self.frames),
    'String getTypeName()': (self: ApexException) => self.apexType.toString(),
    'void initCause(Exception cause)': (self: ApexException, cause: ApexException | null) => {
      self.cause = cause;
    },
    'void setMessage(String message)': (self: ApexException, message: string | null) => {
      self.message = message;
      renamed.add(self);
    },
    'Integer getNumDml()': (self: ApexException) => failuresOf(self).length,
    ...refusingNulls({
      'List<String> getDmlFieldNames(Integer index)': (self: ApexException, index: number) =>
        new ApexList(types.String, [...failure(self, index).fields]),
      'List<Schema.SObjectField> getDmlFields(Integer index)': dmlFields,
      'String getDmlId(Integer index)': (self: ApexException, index: number) => failure(self, index).id,
      'Integer getDmlIndex(Integer index)': (self: ApexException, index: number) => failure(self, index).index,
      'String getDmlMessage(Integer index)': (self: ApexException, index: number) => failure(self, index).message,
      'String getDmlStatusCode(Integer index)': (self: ApexException, index: number) => failure(self, index).statusCode,
      'System.StatusCode getDmlType(Integer index)': (self: ApexException, index: number) =>
        statusCodeOf(failure(self, index).statusCode),
    }),
  },
  { extensible: true },
);

/** What an AuraHandledException is made with is for the browser; code on the server sees a fixed text. */
function messageOf(self: ApexException): string | null {
  if (self.apexType.isLibrary('System.AuraHandledException') && !renamed.has(self)) return 'Script-thrown exception';
  return self.message ?? 'Script-thrown exception';
}

function failuresOf(self: ApexException): readonly DmlFailure[] {
  return self instanceof SystemException ? self.failures : [];
}

function failure(self: ApexException, index: number): DmlFailure {
  return failuresOf(self)[index] ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
}

function dmlFields(self: ApexException, index: number): ApexList {
  const { id, fields } = failure(self, index);
  const object = id === null ? undefined : currentTransaction().org.schema.objectOfId(id);
  const tokens = fields.flatMap((name) => {
    const field = object?.field(name);
    return field === undefined ? [] : [fieldToken(object!, field)];
  });
  return new ApexList(libraryType('Schema.SObjectField'), tokens);
}
