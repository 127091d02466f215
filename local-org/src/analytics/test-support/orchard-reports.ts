/** Reports and a dashboard over the orchards, in folders: one for everybody, one for administrators. */
import { column, down, filter, H, reportFile } from './orchards.ts';

const folder = (kind: 'Report' | 'Dashboard', name: string, shared: boolean): string =>
  `<${kind}Folder>${shared ? '<folderShares><accessLevel>View</accessLevel><sharedTo>AllInternalUsers</sharedTo><sharedToType>Organization</sharedToType></folderShares>' : ''}<name>${name}</name></${kind}Folder>`;

const component = (place: number, header: string, report: string, type: string, more = ''): string =>
  `<dashboardGridComponents><colSpan>6</colSpan><columnIndex>${(place % 2) * 6}</columnIndex><dashboardComponent>
  <componentType>${type}</componentType><dashboardFilterColumns><column>Orchard__c$Valley__c</column></dashboardFilterColumns>
  ${more}<header>${header}</header><report>${report}</report></dashboardComponent><rowIndex>${Math.floor(place / 2) * 6}</rowIndex><rowSpan>6</rowSpan></dashboardGridComponents>`;

const weights = column(`${H}Weight__c`, 'Sum');

const chart = `<chart><chartSummaries><aggregate>Sum</aggregate><axisBinding>y</axisBinding><column>${H}Weight__c</column></chartSummaries>
<chartType>HorizontalBar</chartType><groupingColumn>Orchard__c$Name</groupingColumn><title>Weight</title></chart>`;

const block = (id: string, name: string, kind: string): string =>
  `<block><blockInfo><blockId>${id}</blockId><joinTable>a</joinTable></blockInfo>${weights}
  <filter>${filter(`${H}Kind__c`, 'equals', kind)}</filter><format>Summary</format><name>${name}</name><reportType>Harvests__c</reportType></block>`;

const joinedReport = `<Report><name>Sides</name><reportType>Harvests__c</reportType><format>MultiBlock</format>
  ${block('B1', 'Apples', 'Apple')}${block('B2', 'Others', 'Pear,Plum')}${down('Orchard__c$Name')}
  <aggregates><calculatedFormula>B1#${H}Weight__c:SUM - B2#${H}Weight__c:SUM</calculatedFormula><datatype>number</datatype>
  <developerName>CBF1</developerName><isActive>true</isActive><isCrossBlock>true</isCrossBlock><masterLabel>More</masterLabel>
  <scale>2</scale></aggregates></Report>`;

export const reportFiles: Readonly<Record<string, string>> = {
  'reports/Yields.reportFolder-meta.xml': folder('Report', 'Yields', true),
  'reports/Board.reportFolder-meta.xml': folder('Report', 'Board', false),
  'reports/Yields/By_Orchard.report-meta.xml': reportFile(
    chart + column(`${H}Name`) + weights + down('Orchard__c$Name'),
  ),
  'reports/Board/Secrets.report-meta.xml': reportFile(weights + down(`${H}Kind__c`)),
  'reports/Yields/Sides.report-meta.xml': joinedReport,
  'reports/Yields/Broken.report-meta.xml': reportFile(down(`${H}Colour__c`)),
  'dashboards/Farm.dashboardFolder-meta.xml': folder('Dashboard', 'Farm', true),
  'dashboards/Farm/Harvest.dashboard-meta.xml': `<Dashboard><backgroundEndColor>#FFFFFF</backgroundEndColor>
  <backgroundFadeDirection>Diagonal</backgroundFadeDirection><backgroundStartColor>#FFFFFF</backgroundStartColor>
  <dashboardFilters><dashboardFilterOptions><operator>equals</operator><values>North</values></dashboardFilterOptions>
  <dashboardFilterOptions><operator>equals</operator><values>South</values></dashboardFilterOptions><name>Valley</name></dashboardFilters>
  <dashboardGridLayout>${component(0, 'Weight by orchard', 'Yields/By_Orchard', 'Bar', '<sortBy>RowValueDescending</sortBy>')}
  ${component(1, 'Total weight', 'Yields/By_Orchard', 'Metric')}${component(2, 'Colours', 'Yields/Broken', 'Donut')}
  <numberOfColumns>12</numberOfColumns><rowHeight>36</rowHeight></dashboardGridLayout>
  <dashboardType>LoggedInUser</dashboardType><textColor>#000000</textColor><title>Harvest</title>
  <titleColor>#000000</titleColor><titleSize>12</titleSize></Dashboard>`,
  'permissionsets/Farmer.permissionset-meta.xml': `<PermissionSet><label>Farmer</label><fieldPermissions><editable>false</editable><field>Harvest__c.Orchard__c</field><readable>true</readable></fieldPermissions>${[
    'Orchard__c',
    'Harvest__c',
  ]
    .map(
      (object) =>
        `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
    )
    .join('')}</PermissionSet>`,
};

export const valleyFilter = (value: string) => ({
  column: 'Orchard__c$Valley__c',
  filterType: 'fieldValue',
  isRunPageEditable: true,
  operator: 'equals',
  value,
});
