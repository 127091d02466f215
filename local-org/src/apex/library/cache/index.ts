/** All classes of the Cache namespace. */
import type { LibraryClass } from '../define.ts';
import { cacheExceptions } from './exceptions.ts';
import { cacheClasses } from './partition.ts';

export const cacheNamespace: readonly LibraryClass[] = [...cacheExceptions, ...cacheClasses];
