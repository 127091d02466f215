/** QuickAction. */
import type {
  FieldOverride,
  QuickAction,
  QuickActionLayout,
  QuickActionLayoutColumn,
  QuickActionLayoutItem,
  QuickActionSendEmailOptions,
} from '@salesforce/types/metadata';
import { flag, list, number, required, shape, text, type ValueOf } from '../shape.ts';

const fieldOverride = shape<FieldOverride>()({
  field: required(text),
  formula: text,
  literalValue: text,
});

const quickActionLayoutItem = shape<QuickActionLayoutItem>()({
  emptySpace: flag,
  field: text,
  uiBehavior: text,
});

const quickActionLayoutColumn = shape<QuickActionLayoutColumn>()({
  quickActionLayoutItems: list(quickActionLayoutItem),
});

const quickActionLayout = shape<QuickActionLayout>()({
  layoutSectionStyle: required(text),
  quickActionLayoutColumns: list(quickActionLayoutColumn),
});

const quickActionSendEmailOptions = shape<QuickActionSendEmailOptions>()({
  defaultEmailTemplateName: text,
  ignoreDefaultEmailTemplateSubject: required(flag),
});

export const quickAction = shape<QuickAction>()({
  actionSubtype: text,
  canvas: text,
  description: text,
  fieldOverrides: list(fieldOverride),
  flexiPage: text,
  flowDefinition: text,
  fullName: text,
  height: number,
  icon: text,
  isProtected: flag,
  label: text,
  lightningComponent: text,
  lightningWebComponent: text,
  modalSize: text,
  optionsCreateFeedItem: required(flag),
  page: text,
  quickActionLayout,
  quickActionSendEmailOptions,
  standardLabel: text,
  successMessage: text,
  targetObject: text,
  targetParentField: text,
  targetRecordType: text,
  type: required(text),
  width: number,
});

export type QuickActionSource = ValueOf<typeof quickAction>;
