/** FlexiPage: a Lightning page. */
import type {
  ComponentInstance,
  ComponentInstanceProperty,
  ComponentInstancePropertyList,
  ComponentInstancePropertyListItem,
  FieldInstance,
  FieldInstanceProperty,
  FlexiPage,
  FlexiPageEvent,
  FlexiPageEventPropertyMapping,
  FlexiPageEventSourceProperty,
  FlexiPageEventTarget,
  FlexiPageEventTargetProperty,
  FlexiPageRegion,
  FlexiPageTemplateInstance,
  ItemInstance,
  UiFormulaCriterion,
  UiFormulaRule,
} from '@salesforce/types/metadata';
import { list, required, shape, text, type ValueOf } from '../shape.ts';
import { platformActionList, quickActionList } from './action-list.ts';

const flexiPageEventSourceProperty = shape<FlexiPageEventSourceProperty>()({
  name: required(text),
  value: required(text),
});

const flexiPageEventPropertyMapping = shape<FlexiPageEventPropertyMapping>()({
  name: required(text),
  value: text,
});

const flexiPageEventTargetProperty = shape<FlexiPageEventTargetProperty>()({
  name: required(text),
  value: required(text),
});

const flexiPageEventTarget = shape<FlexiPageEventTarget>()({
  mappings: list(flexiPageEventPropertyMapping),
  method: required(text),
  name: required(text),
  properties: list(flexiPageEventTargetProperty),
  type: required(text),
});

const flexiPageEvent = shape<FlexiPageEvent>()({
  sourceName: required(text),
  sourceProperties: list(flexiPageEventSourceProperty),
  sourceType: required(text),
  targets: list(flexiPageEventTarget),
});

const uiFormulaCriterion = shape<UiFormulaCriterion>()({
  leftValue: required(text),
  operator: required(text),
  rightValue: text,
});

const uiFormulaRule = shape<UiFormulaRule>()({
  booleanFilter: text,
  criteria: list(uiFormulaCriterion),
});

const componentInstancePropertyListItem = shape<ComponentInstancePropertyListItem>()({
  value: text,
  visibilityRule: uiFormulaRule,
});

const componentInstancePropertyList = shape<ComponentInstancePropertyList>()({
  valueListItems: list(componentInstancePropertyListItem),
});

const componentInstanceProperty = shape<ComponentInstanceProperty>()({
  name: text,
  type: text,
  value: text,
  valueList: componentInstancePropertyList,
});

const componentInstance = shape<ComponentInstance>()({
  componentInstanceProperties: list(componentInstanceProperty),
  componentName: required(text),
  identifier: text,
  visibilityRule: uiFormulaRule,
});

const fieldInstanceProperty = shape<FieldInstanceProperty>()({
  name: text,
  value: text,
});

const fieldInstance = shape<FieldInstance>()({
  fieldInstanceProperties: list(fieldInstanceProperty),
  fieldItem: required(text),
  identifier: text,
  visibilityRule: uiFormulaRule,
});

const itemInstance = shape<ItemInstance>()({
  componentInstance,
  fieldInstance,
});

const flexiPageRegion = shape<FlexiPageRegion>()({
  appendable: text,
  itemInstances: list(itemInstance),
  mode: text,
  name: required(text),
  prependable: text,
  replaceable: text,
  type: required(text),
});

const flexiPageTemplateInstance = shape<FlexiPageTemplateInstance>()({
  name: required(text),
  properties: list(componentInstanceProperty),
});

export const flexiPage = shape<FlexiPage>()({
  description: text,
  events: list(flexiPageEvent),
  flexiPageRegions: list(flexiPageRegion),
  fullName: text,
  masterLabel: required(text),
  parentFlexiPage: text,
  platformActionlist: platformActionList,
  quickActionList,
  sobjectType: text,
  template: required(flexiPageTemplateInstance),
  type: required(text),
});

export type FlexiPageSource = ValueOf<typeof flexiPage>;
