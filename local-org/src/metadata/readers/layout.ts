/** Layout: the page layout of an object. */
import type {
  Layout,
  LayoutColumn,
  LayoutItem,
  LayoutSection,
  MiniLayout,
  RelatedContent,
  RelatedContentItem,
  RelatedListItem,
  ReportChartComponentLayoutItem,
} from '@salesforce/types/metadata';
import { flag, list, number, required, shape, text, unused, type ValueOf } from '../shape.ts';
import { platformActionList, quickActionList } from './action-list.ts';

const reportChartComponentLayoutItem = shape<ReportChartComponentLayoutItem>()({
  cacheData: flag,
  contextFilterableField: text,
  error: text,
  hideOnError: flag,
  includeContext: flag,
  reportName: required(text),
  showTitle: flag,
  size: text,
});

const layoutItem = shape<LayoutItem>()({
  analyticsCloudComponent: unused,
  behavior: text,
  canvas: text,
  component: text,
  customLink: text,
  emptySpace: flag,
  field: text,
  height: number,
  page: text,
  reportChartComponent: reportChartComponentLayoutItem,
  scontrol: text,
  showLabel: flag,
  showScrollbars: flag,
  width: text,
});

const layoutColumn = shape<LayoutColumn>()({
  layoutItems: list(layoutItem),
  reserved: text,
});

const layoutSection = shape<LayoutSection>()({
  customLabel: flag,
  detailHeading: flag,
  editHeading: flag,
  label: text,
  layoutColumns: list(layoutColumn),
  style: required(text),
});

const relatedListItem = shape<RelatedListItem>()({
  customButtons: list(text),
  excludeButtons: list(text),
  fields: list(text),
  quickActions: list(text),
  relatedList: required(text),
  sortField: text,
  sortOrder: text,
});

const miniLayout = shape<MiniLayout>()({
  fields: list(text),
  relatedLists: list(relatedListItem),
});

const relatedContentItem = shape<RelatedContentItem>()({
  layoutItem: required(layoutItem),
});

const relatedContent = shape<RelatedContent>()({
  relatedContentItems: list(relatedContentItem),
});

export const layout = shape<Layout>()({
  customButtons: list(text),
  customConsoleComponents: unused,
  emailDefault: unused,
  excludeButtons: list(text),
  feedLayout: unused,
  fullName: text,
  headers: unused,
  layoutSections: list(layoutSection),
  miniLayout,
  multilineLayoutFields: unused,
  platformActionList,
  quickActionList,
  relatedContent,
  relatedLists: list(relatedListItem),
  relatedObjects: unused,
  runAssignmentRulesDefault: unused,
  showEmailCheckbox: unused,
  showHighlightsPanel: flag,
  showInteractionLogPanel: unused,
  showKnowledgeComponent: unused,
  showRunAssignmentRulesCheckbox: unused,
  showSolutionSection: unused,
  showSubmitAndAttachButton: unused,
  summaryLayout: unused,
});

export type LayoutSource = ValueOf<typeof layout>;
