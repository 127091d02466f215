/** `lightning/uiLayoutApi`. */
import { layout } from '../../shell/records/metadata.ts';
import { objectName, type Layout, type ObjectReference } from '../../shell/records/types.ts';
import { wireAdapter } from '../../shell/wire/wire.ts';

interface LayoutConfig {
  readonly objectApiName: ObjectReference | undefined;
  readonly layoutType?: string;
  readonly mode?: 'View' | 'Edit' | 'Create';
  readonly recordTypeId?: string;
}

export const getLayout = wireAdapter<LayoutConfig, Layout>(
  ({ objectApiName }) => Boolean(objectApiName),
  ({ objectApiName, layoutType, mode, recordTypeId }) =>
    layout(objectName(objectApiName!), mode ?? 'View', recordTypeId, layoutType),
);
