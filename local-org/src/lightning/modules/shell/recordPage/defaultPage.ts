/** The record page that every object has as long as no other is assigned: header, details and related lists. */
import type { PageItem, PageView } from '../flexiPage/pageTypes.ts';

function component(key: string, name: string, properties: PageItem['properties'] = {}): PageItem {
  return { key, kind: 'component', name, properties, visibility: null, where: 'default record page' };
}

export function defaultPage(): PageView {
  return {
    name: '',
    label: 'Default Record Page',
    type: 'RecordPage',
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [
      {
        name: 'header',
        isFacet: false,
        items: [
          component('highlights', 'force:highlightsPanel'),
          component('path', 'runtime_sales_pathassistant:pathAssistant'),
        ],
      },
      { name: 'main', isFacet: false, items: [component('tabs', 'flexipage:tabset', { tabs: 'tabs' })] },
      {
        name: 'tabs',
        isFacet: true,
        items: [
          component('details', 'flexipage:tab', { title: 'Standard.Tab.detail', body: 'details' }),
          component('related', 'flexipage:tab', { title: 'Standard.Tab.relatedLists', body: 'related' }),
        ],
      },
      { name: 'details', isFacet: true, items: [component('detail', 'force:detailPanel')] },
      { name: 'related', isFacet: true, items: [component('lists', 'force:relatedListContainer')] },
    ],
  };
}
