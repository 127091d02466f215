/** The standard components that are built. */
import type { Component } from '../component.ts';
import { componentBody, composition, include, insert } from './composition.ts';
import { dataList, dataTable, repeat, variableComponent } from './iteration.ts';
import {
  image,
  includeScript,
  outputField,
  outputLabel,
  outputLink,
  outputPanel,
  outputText,
  stylesheet,
} from './output.ts';
import {
  pageBlock,
  pageBlockSection,
  pageBlockTable,
  pageMessages,
  panelGrid,
  panelGroup,
  sectionHeader,
} from './page-block.ts';

/** By name in lower case. */
export const components: ReadonlyMap<string, Component> = new Map([
  ['apex:componentbody', componentBody],
  ['apex:composition', composition],
  ['apex:datalist', dataList],
  ['apex:datatable', dataTable],
  ['apex:image', image],
  ['apex:include', include],
  ['apex:includescript', includeScript],
  ['apex:insert', insert],
  ['apex:messages', pageMessages],
  ['apex:outputfield', outputField],
  ['apex:outputlabel', outputLabel],
  ['apex:outputlink', outputLink],
  ['apex:outputpanel', outputPanel],
  ['apex:outputtext', outputText],
  ['apex:pageblock', pageBlock],
  ['apex:pageblocksection', pageBlockSection],
  ['apex:pageblocktable', pageBlockTable],
  ['apex:pagemessages', pageMessages],
  ['apex:panelgrid', panelGrid],
  ['apex:panelgroup', panelGroup],
  ['apex:repeat', repeat],
  ['apex:sectionheader', sectionHeader],
  ['apex:stylesheet', stylesheet],
  ['apex:variable', variableComponent],
]);

/** Elements that other components read, and that are nothing by themselves. */
export const PARTS: ReadonlySet<string> = new Set([
  'apex:attribute',
  'apex:column',
  'apex:component',
  'apex:define',
  'apex:facet',
  'apex:page',
  'apex:pageblocksectionitem',
  'apex:param',
]);
