/** The actions of a related list ("Get Related List Actions" in the User Interface API Developer Guide). */
import type { ObjectSchema } from '../../schema/model.ts';
import type { UiApiContext } from './context.ts';
import { recordTypeOf, type RecordAction } from './record-actions.ts';
import { objectOfRecord } from './records.ts';
import { relatedList } from './related-lists.ts';

export interface RelatedListAction extends Omit<RecordAction, 'actionListContext'> {
  readonly actionListContext: 'RelatedList';
  readonly relatedSourceObject: string;
}

/**
 * New, where the user may make such records and the layout does not leave the button out ("RelatedListItem",
 * `excludeButtons`, in the Metadata API Developer Guide). Its buttons are called NewContact and the like for standard
 * objects, and New for custom ones.
 */
export function relatedListActions(context: UiApiContext, parentId: string, id: string): readonly RelatedListAction[] {
  const parent = objectOfRecord(context, parentId);
  const { child, excludedButtons } = relatedList(context, parent, id, recordTypeOf(context, parent, parentId));
  const apiName = newButtonOf(child);
  const isOffered = child.createable && context.org.security.object(context.user.id, child).create;
  if (!isOffered || excludedButtons.includes(apiName)) return [];
  return [
    {
      actionListContext: 'RelatedList',
      actionTarget: null,
      actionTargetType: null,
      apiName,
      label: 'New',
      relatedSourceObject: id,
      sourceObject: parentId,
      subtype: null,
      targetObject: child.name,
      type: 'StandardButton',
    },
  ];
}

function newButtonOf(child: ObjectSchema): string {
  return child.kind === 'standard' ? `New${child.name}` : 'New';
}
