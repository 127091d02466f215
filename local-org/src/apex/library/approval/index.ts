/** All classes of the Approval namespace. */
import type { LibraryClass } from '../define.ts';
import { requestClasses } from './requests.ts';
import { resultClasses } from './results.ts';

export const approvalNamespace: readonly LibraryClass[] = [...requestClasses, ...resultClasses];
