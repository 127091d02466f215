/** All classes of the Database namespace. */
import type { LibraryClass } from '../define.ts';
import {
  batchableInterface,
  statefulInterface,
  allowsCalloutsInterface,
  raisesPlatformEventsInterface,
  batchableContextClass,
} from './batchable.ts';
import { cursorClass, cursorFetchResultClass, paginationCursorClass } from './cursor.ts';
import { dmlOptionsClasses } from './dml-options.ts';
import { errorClass } from './error.ts';
import { leadConvertClass } from './lead-convert.ts';
import { queryLocatorClass, queryLocatorIteratorClass } from './query-locator.ts';
import { resultClasses } from './results.ts';

export const databaseNamespace: readonly LibraryClass[] = [
  batchableInterface,
  statefulInterface,
  allowsCalloutsInterface,
  raisesPlatformEventsInterface,
  batchableContextClass,
  cursorClass,
  cursorFetchResultClass,
  paginationCursorClass,
  ...dmlOptionsClasses,
  errorClass,
  leadConvertClass,
  queryLocatorClass,
  queryLocatorIteratorClass,
  ...resultClasses,
];
