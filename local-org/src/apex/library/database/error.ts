/** Database.Error ("Error Class", Apex Reference Guide). */
import type { RecordError } from '../../../schema/sobject.ts';
import { ApexList, LibraryObject } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { readings } from '../support/readings.ts';
import { statusCodeOf } from '../system/status-code.ts';

export class ErrorValue extends LibraryObject {
  readonly typeName = 'Database.Error';
  readonly error: RecordError;

  constructor(error: RecordError) {
    super();
    this.error = error;
  }

  override toString(): string {
    const { fields, message, statusCode } = this.error;
    return `Database.Error[getFields=(${fields.join(', ')});getMessage=${message};getStatusCode=${statusCode};]`;
  }
}

export const errorClass = libraryClass(
  'Database.Error',
  readings<ErrorValue>({
    'List<String> Fields': ({ error }) => new ApexList(types.String, [...error.fields]),
    'String Message': ({ error }) => error.message,
    'System.StatusCode StatusCode': ({ error }) => statusCodeOf(error.statusCode),
  }),
);

export function errorList(errors: readonly RecordError[]): ApexList {
  return new ApexList(
    libraryType('Database.Error'),
    errors.map((error) => new ErrorValue(error)),
  );
}
