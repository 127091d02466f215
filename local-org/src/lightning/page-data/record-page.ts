/** What the browser needs to draw a record's page. */
import { saveErrors } from '../../automation/errors.ts';
import type { ApprovalOptions } from '../../database/approval-service.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { UiApiContext } from '../../api/ui-api/context.ts';
import { iconNameOf } from '../../api/ui-api/themes.ts';
import { layoutInfo, type LayoutInfo } from '../../api/ui-api/layout.ts';
import { mayEdit, recordActions, type RecordAction } from '../../api/ui-api/record-actions.ts';
import { readRecord, objectOfRecord } from '../../api/ui-api/records.ts';
import { markViewed } from '../../api/ui-api/recent-records.ts';
import { recordTypeById } from '../../api/ui-api/record-types.ts';
import { flexiPageView, type PageView } from './flexi-page-view.ts';
import { recordPageName } from './page-assignment.ts';

export interface RecordPageInfo {
  readonly recordId: string;
  readonly objectApiName: string;
  readonly label: string;
  readonly nameField: string | null;
  readonly iconName: string;
  /** Null when no page is assigned: the browser draws the platform's default page. */
  readonly page: PageView | null;
  readonly compactLayout: LayoutInfo;
  readonly actions: readonly RecordAction[];
  readonly mayEdit: boolean;
  /** Ids of the approval requests that the user may decide and recall. */
  readonly approval: Pick<ApprovalOptions, 'decide' | 'recall'>;
  readonly isLocked: boolean;
  /** Why the user may not edit the record now; null when they may. */
  readonly lockMessage: string | null;
}

export function recordPage(context: UiApiContext, recordId: string, appName: string | undefined): RecordPageInfo {
  const object = objectOfRecord(context, recordId);
  const record = readRecord(context, recordId, {});
  const recordType = recordTypeById(object, record.recordTypeId);
  markViewed(context, record.id!);
  const pageName = recordPageName(context, object, recordType, appName);
  return {
    recordId: record.id!,
    objectApiName: object.name,
    label: object.label,
    nameField: object.nameField?.name ?? null,
    iconName: iconNameOf(context.org.metadata, object),
    page: pageName === undefined ? null : (flexiPageView(context, pageName) ?? null),
    compactLayout: layoutInfo(context, {
      objectApiName: object.name,
      layoutType: 'Compact',
      recordTypeId: record.recordTypeId,
    }),
    mayEdit: mayEdit(context, record.id!),
    approval: context.org.approvals.options(context.tx, object, record.id!),
    ...lockOf(context, object, record.id!),
    actions: recordActions(context, record.id!, pageActions(context, pageName)),
  };
}

function lockOf(
  { org, tx }: UiApiContext,
  object: ObjectSchema,
  id: string,
): Pick<RecordPageInfo, 'isLocked' | 'lockMessage'> {
  const isLocked = tx.store.locks.among([id]).has(id);
  const closed = isLocked && !org.approvals.editable(tx, object, [id]).has(id);
  return { isLocked, lockMessage: closed ? saveErrors.locked().message : null };
}

/** Dynamic actions of the page's highlights panel, when it has them ("Dynamic Actions" in Salesforce Help). */
function pageActions(context: UiApiContext, pageName: string | undefined): readonly string[] | undefined {
  const page = context.org.metadata.flexiPages.get(pageName ?? '');
  const panel = page?.flexiPageRegions
    .flatMap((region) => region.itemInstances)
    .find((item) => item.componentInstance?.componentName === 'force:highlightsPanel')?.componentInstance;
  const property = (name: string) => panel?.componentInstanceProperties.find((candidate) => candidate.name === name);
  if (property('enableActionsConfiguration')?.value !== 'true') return undefined;
  return property('actionNames')?.valueList?.valueListItems.flatMap((item) => item.value ?? []) ?? [];
}
