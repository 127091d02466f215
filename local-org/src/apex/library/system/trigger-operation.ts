/** System.TriggerOperation ("TriggerOperation Enum", Apex Reference Guide). */
import { libraryEnum } from '../define.ts';

export const triggerOperationEnum = libraryEnum('System.TriggerOperation', [
  'BEFORE_INSERT',
  'BEFORE_UPDATE',
  'BEFORE_DELETE',
  'AFTER_INSERT',
  'AFTER_UPDATE',
  'AFTER_DELETE',
  'AFTER_UNDELETE',
]);
