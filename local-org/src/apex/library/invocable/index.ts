/** All classes of the Invocable namespace. */
import type { LibraryClass } from '../define.ts';
import { actionClass } from './action.ts';
import { actionErrorClass, actionResultClass } from './result.ts';

export const invocableNamespace: readonly LibraryClass[] = [actionClass, actionErrorClass, actionResultClass];
