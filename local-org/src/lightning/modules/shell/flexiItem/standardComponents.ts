/** The platform's components of Lightning pages, by name. */
import type { LightningElement } from 'lwc';
import ApprovalHistory from '../approvalHistory/approvalHistory.ts';
import ApprovalItems from '../approvalItems/approvalItems.ts';
import DetailPanel from '../detailPanel/detailPanel.ts';
import EmbeddedDashboard from '../embeddedDashboard/embeddedDashboard.ts';
import FieldSection from '../fieldSection/fieldSection.ts';
import { text, type PageItem } from '../flexiPage/pageTypes.ts';
import HighlightsPanel from '../highlightsPanel/highlightsPanel.ts';
import ListCard from '../listCard/listCard.ts';
import PageAccordion from '../pageAccordion/pageAccordion.ts';
import PageReportChart from '../pageReportChart/pageReportChart.ts';
import PageTabset from '../pageTabset/pageTabset.ts';
import RecentItems from '../recentItems/recentItems.ts';
import RecordPathBar from '../recordPathBar/recordPathBar.ts';
import RelatedList from '../relatedList/relatedList.ts';
import RelatedLists from '../relatedLists/relatedLists.ts';
import RichTextBlock from '../richTextBlock/richTextBlock.ts';

type Constructor = new () => LightningElement;

const COMPONENTS: Readonly<Record<string, Constructor>> = {
  'desktopDashboards:embeddedDashboard': EmbeddedDashboard,
  'flexipage:accordion': PageAccordion,
  'flexipage:fieldSection': FieldSection,
  'flexipage:filterListCard': ListCard,
  'flexipage:recentItems': RecentItems,
  'flexipage:reportChart': PageReportChart,
  'flexipage:richText': RichTextBlock,
  'flexipage:tabset': PageTabset,
  'shell:itemsToApprove': ApprovalItems,
  'force:detailPanel': DetailPanel,
  'force:highlightsPanel': HighlightsPanel,
  'force:relatedListContainer': RelatedLists,
  'force:relatedListSingleContainer': RelatedList,
  'lst:dynamicRelatedList': RelatedList,
  'runtime_sales_pathassistant:pathAssistant': RecordPathBar,
};

/** What pages call the approval history as a related list. */
const APPROVAL_LISTS = ['ProcessSteps', 'ProcessInstances', 'RelatedProcessHistoryList'];

export function standardComponent(item: PageItem): Constructor | undefined {
  if (item.kind !== 'component') return undefined;
  const component = COMPONENTS[item.name];
  const isApprovals = component === RelatedList && APPROVAL_LISTS.includes(text(item, 'relatedListApiName'));
  return isApprovals ? ApprovalHistory : component;
}
