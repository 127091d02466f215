/** All classes of the Flow namespace. */
import type { LibraryClass } from '../define.ts';
import { interviewClass } from './interview.ts';

export const flowNamespace: readonly LibraryClass[] = [interviewClass];
