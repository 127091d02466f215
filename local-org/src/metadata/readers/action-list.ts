/** The lists of actions that layouts and Lightning pages hold. */
import type {
  PlatformActionList,
  PlatformActionListItem,
  QuickActionList,
  QuickActionListItem,
} from '@salesforce/types/metadata';
import { list, number, required, shape, text, type ValueOf } from '../shape.ts';

const platformActionListItem = shape<PlatformActionListItem>()({
  actionName: required(text),
  actionType: required(text),
  sortOrder: required(number),
  subtype: text,
});

export const platformActionList = shape<PlatformActionList>()({
  actionListContext: required(text),
  platformActionListItems: list(platformActionListItem),
  relatedSourceEntity: text,
});

const quickActionListItem = shape<QuickActionListItem>()({
  quickActionName: required(text),
});

export const quickActionList = shape<QuickActionList>()({
  quickActionListItems: list(quickActionListItem),
});

export type PlatformActionListSource = ValueOf<typeof platformActionList>;
export type QuickActionListSource = ValueOf<typeof quickActionList>;
