/** System.Boolean ("Boolean Class", Apex Reference Guide). */
import { stringOf, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';

export const booleanClass = libraryClass('System.Boolean', {
  'static Boolean valueOf(Object fieldValue)': (value: unknown) => {
    if (typeof required(value, 1) === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    return throwApex('System.TypeException', `Invalid boolean: ${stringOf(value)}`);
  },
});
