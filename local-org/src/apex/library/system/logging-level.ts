/** System.LoggingLevel ("LoggingLevel Enum", Apex Reference Guide). */
import { libraryEnum } from '../define.ts';

export const loggingLevel = libraryEnum('System.LoggingLevel', [
  'NONE',
  'ERROR',
  'WARN',
  'INFO',
  'DEBUG',
  'FINE',
  'FINER',
  'FINEST',
  'INTERNAL',
]);
