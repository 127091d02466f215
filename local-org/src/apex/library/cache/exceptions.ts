/** Exceptions of the Cache namespace. */
import { libraryException, type LibraryClass } from '../define.ts';

const NAMES = [
  'CacheException',
  'InvalidCacheBuilderException',
  'InvalidParamException',
  'ItemSizeLimitExceededException',
  'Org.OrgCacheException',
  'PlatformCacheInvalidOperationException',
  'SessionCacheException',
  'SessionCacheNoSessionException',
];

export const cacheExceptions: readonly LibraryClass[] = NAMES.map((name) => libraryException(`Cache.${name}`));
