/** System.LoggingLevel ("LoggingLevel Enum", Apex Reference Guide). Ordinals rise with what is more severe. */
import { libraryEnum } from '../define.ts';

export const loggingLevel = libraryEnum('System.LoggingLevel', [
  'NONE',
  'INTERNAL',
  'FINEST',
  'FINER',
  'FINE',
  'DEBUG',
  'INFO',
  'WARN',
  'ERROR',
]);
