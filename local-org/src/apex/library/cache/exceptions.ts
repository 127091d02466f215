/** Exceptions of the Cache namespace. */
import type { LibraryClass } from '../define.ts';
import { platformException } from '../support/platform-exception.ts';

const NAMES = [
  'CacheException',
  'InvalidCacheBuilderException',
  'InvalidParamException',
  'ItemSizeLimitExceededException',
  'Org.OrgCacheException',
  'PlatformCacheInvalidOperationException',
  'Session.SessionCacheException',
  'Session.SessionCacheNoSessionException',
  'SessionCacheException',
  'SessionCacheNoSessionException',
];

export const cacheExceptions: readonly LibraryClass[] = NAMES.map((name) => platformException(`Cache.${name}`));
