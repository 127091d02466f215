/** `lightning/uiRecordActionsApi`. */
import { uiApi } from '../../shell/http/http.ts';
import { wireAdapter } from '../../shell/wire/wire.ts';

export const getRecordActions = wireAdapter<{ readonly recordIds: readonly string[] | undefined }, unknown>(
  ({ recordIds }) => (recordIds?.length ?? 0) > 0,
  ({ recordIds }) => uiApi('GET', `actions/record/${recordIds![0]}`),
);
