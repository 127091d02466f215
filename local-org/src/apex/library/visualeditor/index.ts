/** Classes of the VisualEditor namespace. */
import type { LibraryClass } from '../define.ts';
import { dataRowClass } from './data-row.ts';
import { dynamicPickListRowsClass } from './dynamic-picklist-rows.ts';

export const visualEditorNamespace: readonly LibraryClass[] = [dataRowClass, dynamicPickListRowsClass];
