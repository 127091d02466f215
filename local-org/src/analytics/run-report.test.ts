import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Decimal } from '../schema/values/index.ts';
import { ReportError } from './definition.ts';
import { across, column, down, filter, H, lines, Orchards, reportFile } from './test-support/orchards.ts';

const orchards = new Orchards();
after(() => orchards.open.org.close());

const weights = column(`${H}Weight__c`, 'Sum');

function linesOf(report: string, details = false): string[] {
  return lines(orchards.run(report, details));
}

describe('a report', () => {
  test('groups, adds up, and shows totals at each level', () => {
    assert.deepEqual(linesOf(reportFile(weights + down('Orchard__c$Valley__c') + down('Orchard__c$Name'))), [
      'Total: 46.00, 5',
      'North: 35.75, 3',
      'North | Brook: 35.75, 3',
      'South: 10.25, 2',
      'South | Dale: 10.25, 2',
    ]);
  });

  test('sorts picklists by their list, dates by time, and either backwards', () => {
    assert.deepEqual(linesOf(reportFile(down(`${H}Kind__c`))), ['Total: 5', 'Pear: 1', 'Apple: 3', 'Plum: 1']);
    assert.deepEqual(linesOf(reportFile(down(`${H}Day__c`, 'Month', 'Desc'))), [
      'Total: 5',
      'February 2026: 3',
      'January 2026: 1',
      'December 2025: 1',
    ]);
    assert.deepEqual(linesOf(reportFile(down(`${H}Day__c`, 'Quarter'))), ['Total: 5', 'Q4 CY2025: 1', 'Q1 CY2026: 4']);
    assert.deepEqual(linesOf(reportFile(down(`${H}Day__c`, 'FiscalQuarter'))), [
      'Total: 5',
      'Q4 FY 2025: 1',
      'Q1 FY 2026: 4',
    ]);
    assert.deepEqual(linesOf(reportFile(down(`${H}Day__c`, 'FiscalYear'))), ['Total: 5', 'FY 2025: 1', 'FY 2026: 4']);
    assert.deepEqual(linesOf(reportFile(down(`${H}Day__c`, 'Week'))).slice(1, 3), [
      '12/28/2025 - 1/3/2026: 1',
      '1/4/2026 - 1/10/2026: 1',
    ]);
  });

  test('groups sort by a summary', () => {
    const grouping = `<groupingsDown><aggregateType>Sum</aggregateType><field>${H}Kind__c</field><sortByName>${H}Weight__c</sortByName><sortOrder>Desc</sortOrder><sortType>Aggregate</sortType></groupingsDown>`;
    assert.deepEqual(linesOf(reportFile(weights + grouping)).slice(1), [
      'Apple: 32.75, 3',
      'Plum: 8.00, 1',
      'Pear: 5.25, 1',
    ]);
  });

  test('groups sort by a summary formula', () => {
    const formula = `<aggregates><calculatedFormula>${H}Weight__c:SUM / RowCount</calculatedFormula><datatype>number</datatype>
      <developerName>F1</developerName><isActive>true</isActive><masterLabel>Each</masterLabel><scale>2</scale></aggregates>`;
    const grouping = `<groupingsDown><field>${H}Kind__c</field><sortByName>F1</sortByName><sortOrder>Asc</sortOrder><sortType>CustomSummaryFormula</sortType></groupingsDown>`;
    assert.deepEqual(linesOf(reportFile(weights + formula + grouping)).slice(1), [
      'Pear: 5.25, 5.25, 1',
      'Plum: 8.00, 8.00, 1',
      'Apple: 32.75, 10.92, 3',
    ]);
  });

  test('a matrix crosses both sides', () => {
    const report = reportFile(weights + down('Orchard__c$Name') + across(`${H}Kind__c`), 'Harvests__c', 'Matrix');
    assert.deepEqual(linesOf(report).slice(4, 8), [
      'Brook: 35.75, 3',
      'Brook | Pear: 5.25, 1',
      'Brook | Apple: 30.50, 2',
      'Dale: 10.25, 2',
    ]);
  });

  test('averages, extremes and unique counts of a group are of its rows, not of its groups', () => {
    const body = column(`${H}Weight__c`, 'Average', 'Maximum', 'Minimum') + column(`${H}Kind__c`, 'Unique');
    assert.deepEqual(linesOf(reportFile(body + down('Orchard__c$Name'))), [
      'Total: 9.20, 20.00, 2.25, 3, 5',
      'Brook: 11.92, 20.00, 5.25, 2, 3',
      'Dale: 5.13, 8.00, 2.25, 2, 2',
    ]);
  });

  test('adds up formula fields, and check boxes as counts', () => {
    const body = column(`${H}Value__c`, 'Sum') + column(`${H}Sold__c`, 'Sum');
    assert.deepEqual(linesOf(reportFile(body + down('Orchard__c$Name'))), [
      'Total: 100.50, 3, 5',
      'Brook: 72.00, 2, 3',
      'Dale: 28.50, 1, 2',
    ]);
  });

  test('keeps parents without children where its type says so', () => {
    assert.deepEqual(linesOf(reportFile(weights + down('Orchard__c$Name'), 'All_Orchards__c')), [
      'Total: 46.00, 6',
      'Brook: 35.75, 3',
      'Dale: 10.25, 2',
      'Hilltop: 0.00, 1',
    ]);
  });

  test('filters with logic, relative dates and empty values', () => {
    const filters = (logic: string, ...items: string[]) =>
      `<filter><booleanFilter>${logic}</booleanFilter>${items.join('')}</filter>`;
    const kind = filter(`${H}Kind__c`, 'equals', 'Pear,Plum');
    const heavy = filter(`${H}Weight__c`, 'greaterOrEqual', '10.5');
    assert.deepEqual(linesOf(reportFile(filters('1 OR 2', kind, heavy) + down('Orchard__c$Name'))), [
      'Total: 4',
      'Brook: 3',
      'Dale: 1',
    ]);
    assert.deepEqual(linesOf(reportFile(filters('NOT 1 AND 2', kind, heavy))), ['Total: 2']);
    const day = (operator: string, value: string) =>
      linesOf(reportFile(`<filter>${filter(`${H}Day__c`, operator, value)}</filter>`));
    assert.deepEqual(day('lessThan', '2026-02-10'), ['Total: 2']);
    assert.deepEqual(day('equals', '2/10/2026'), ['Total: 1']);
    assert.deepEqual(day('notEqual', ''), ['Total: 5']);
    assert.deepEqual(linesOf(reportFile(`<filter>${filter('Orchard__c$Valley__c', 'notContain', 'out')}</filter>`)), [
      'Total: 3',
    ]);
  });

  test('filter logic joins what the database decides with what only rows tell', () => {
    const sizes = `<buckets><bucketType>number</bucketType><developerName>B2</developerName><masterLabel>Size</masterLabel><sourceColumnName>${H}Weight__c</sourceColumnName><values><sourceValues><to>8</to></sourceValues><value>Light</value></values><values><sourceValues><from>8</from></sourceValues><value>Heavy</value></values></buckets>`;
    const worth = `<customDetailFormulas><calculatedFormula>Harvest__c.Weight__c * Harvest__c.Price__c</calculatedFormula><dataType>double</dataType><developerName>CDF1</developerName><label>Worth</label><scale>2</scale></customDetailFormulas>`;
    const compared = `<criteriaItems><column>${H}Weight__c</column><columnToColumn>true</columnToColumn><operator>lessThan</operator><value>${H}Price__c</value></criteriaItems>`;
    const items = [filter(`${H}Kind__c`, 'equals', 'Pear,Plum'), filter('B2', 'equals', 'Heavy'), compared];
    const found = (logic: string, more = filter('CDF1', 'greaterThan', '24')) => {
      const filters = `<filter><booleanFilter>${logic}</booleanFilter>${items.join('')}${more}</filter>`;
      return orchards
        .run(reportFile(sizes + worth + filters + column(`${H}Name`), 'Harvests__c', 'Tabular'))
        .rows.map(({ values }) => String(values[0]?.value));
    };
    assert.deepEqual(found('1 OR 2'), ['H1', 'H2', 'H3', 'H4']);
    assert.deepEqual(found('(1 AND NOT 2) OR 4'), ['H2', 'H3', 'H4']);
    assert.deepEqual(found('3 AND NOT 1'), []);
    assert.deepEqual(found('4 AND 2', filter('CDF1', 'equals', '30,21')), ['H1', 'H2']);
    assert.deepEqual(found('4', filter('CDF1', 'notEqual', '30,21')), ['H4', 'H5']);
    assert.deepEqual(found('4', filter('B2', 'startsWith', 'l')), ['H3', 'H4', 'H5']);
    assert.throws(() => found('4', filter('CDF1', 'lessThan', 'much')), /Worth is compared with "much"/);
    assert.throws(() => found('1 AND 5'), /1 AND 5 cannot be used for 4 filters/);
  });

  test('the standard date filter takes dates of its own', () => {
    const dates = `<timeFrameFilter><dateColumn>${H}Day__c</dateColumn><endDate>2026-02-10</endDate><interval>INTERVAL_CUSTOM</interval><startDate>2026-01-01</startDate></timeFrameFilter>`;
    assert.deepEqual(linesOf(reportFile(dates)), ['Total: 2']);
  });

  test('cross filters keep records with, or without, related ones', () => {
    const cross = (operation: string, criteria = '') =>
      `<crossFilters>${criteria}<operation>${operation}</operation><primaryTableColumn>Orchard__c$Id</primaryTableColumn><relatedTable>Harvest__c</relatedTable><relatedTableJoinColumn>Orchard__c</relatedTableJoinColumn></crossFilters>`;
    const report = (body: string) => reportFile(body + down('Orchard__c$Name'), 'All_Orchards__c');
    assert.deepEqual(linesOf(report(cross('without'))), ['Total: 1', 'Hilltop: 1']);
    assert.deepEqual(linesOf(report(cross('with', filter('Harvest__c.Kind__c', 'equals', 'Plum')))), [
      'Total: 2',
      'Dale: 2',
    ]);
  });

  test('buckets put texts and numbers together, and the rest under their name', () => {
    const value = (label: string, inner: string) =>
      `<values><sourceValues>${inner}</sourceValues><value>${label}</value></values>`;
    const fruit = `<buckets><bucketType>picklist</bucketType><developerName>B1</developerName><masterLabel>Stone</masterLabel><otherBucketLabel>Pome</otherBucketLabel><sourceColumnName>${H}Kind__c</sourceColumnName><useOther>true</useOther>${value('Stone', '<sourceValue>Plum</sourceValue>')}</buckets>`;
    assert.deepEqual(linesOf(reportFile(fruit + weights + down('B1'))), [
      'Total: 46.00, 5',
      'Pome: 38.00, 4',
      'Stone: 8.00, 1',
    ]);
    const size = `<buckets><bucketType>number</bucketType><developerName>B2</developerName><masterLabel>Size</masterLabel><sourceColumnName>${H}Weight__c</sourceColumnName>${value('Light', '<to>8</to>')}${value('Heavy', '<from>8</from>')}</buckets>`;
    assert.deepEqual(linesOf(reportFile(size + down('B2'))), ['Total: 5', 'Heavy: 2', 'Light: 3']);
  });

  test('row formulas are worked out for each row', () => {
    const formula = `<customDetailFormulas><calculatedFormula>${H}Weight__c * ${H}Price__c + 1</calculatedFormula><dataType>Currency</dataType><developerName>CDF1</developerName><label>Plus</label><scale>2</scale></customDetailFormulas>`;
    const result = orchards.run(reportFile(formula + column('CDF1', 'Sum') + down('Orchard__c$Name')));
    assert.deepEqual(lines(result), ['Total: 105.50, 5', 'Brook: 75.00, 3', 'Dale: 30.50, 2']);
    assert.deepEqual(
      result.rows.map(({ values }) => String(values[0]?.value)),
      ['22.00', '31.00', '22.00', '25.00', '5.50'],
    );
  });

  test('summary formulas see their group, the groups around it and the total', () => {
    const formula = (name: string, text: string, context = '', type = 'number') =>
      `<aggregates><calculatedFormula>${text}</calculatedFormula><datatype>${type}</datatype>${context}<developerName>${name}</developerName><isActive>true</isActive><masterLabel>${name}</masterLabel><scale>2</scale></aggregates>`;
    const body = [
      formula('F1', `${H}Weight__c:SUM / RowCount`),
      formula('F2', `${H}Weight__c:SUM / PARENTGROUPVAL(${H}Weight__c:SUM, GRAND_SUMMARY)`, '', 'percent'),
      formula(
        'F3',
        `${H}Weight__c:SUM - PREVGROUPVAL(${H}Weight__c:SUM, Orchard__c$Name)`,
        '<downGroupingContext>Orchard__c$Name</downGroupingContext>',
      ),
    ].join('');
    assert.deepEqual(linesOf(reportFile(weights + body + down('Orchard__c$Name'))), [
      'Total: 46.00, 9.20, 100.00, -, 5',
      'Brook: 35.75, 11.92, 77.72, -, 3',
      'Dale: 10.25, 5.13, 22.28, -25.50, 2',
    ]);
  });

  test('summary formulas separate table and field by a dot, and read sums that are not shown', () => {
    const dotted = H.replace('$', '.');
    const formula = `<aggregates><calculatedFormula>IF(${dotted}Weight__c:SUM = 0, NULL, ${dotted}Value__c:SUM / ${dotted}Weight__c:SUM)</calculatedFormula>
      <datatype>currency</datatype><developerName>F1</developerName><isActive>true</isActive><masterLabel>Price</masterLabel><scale>2</scale></aggregates>`;
    assert.deepEqual(linesOf(reportFile(weights + formula + down('Orchard__c$Name'), 'All_Orchards__c')), [
      'Total: 46.00, 2.18, 6',
      'Brook: 35.75, 2.01, 3',
      'Dale: 10.25, 2.78, 2',
      'Hilltop: 0.00, -, 1',
    ]);
  });

  test('shows rows with the names of what they point to, in the order asked for', () => {
    const body =
      column(`${H}Orchard__c`) +
      column(`${H}Name`) +
      column(`${H}Weight__c`) +
      `<sortColumn>${H}Weight__c</sortColumn><sortOrder>Desc</sortOrder>`;
    const { rows } = orchards.run(reportFile(body, 'Harvests__c', 'Tabular'));
    assert.deepEqual(
      rows.map(({ values }) => values.map(({ value }) => String(value)).join(' ')),
      ['Brook H2 20.00', 'Brook H1 10.50', 'Dale H4 8.00', 'Brook H3 5.25', 'Dale H5 2.25'],
    );
    assert.match(String(rows[0]?.values[0]?.id), /^\w{18}$/);
  });

  test('a formula or a column that is wrong is named', () => {
    const refused = (body: string, message: RegExp) =>
      assert.throws(
        () => linesOf(reportFile(body)),
        (error) => error instanceof ReportError && message.test(error.message),
      );
    refused(down(`${H}Colour__c`), /has no column Orchard__c\.Harvests__r\$Colour__c/);
    refused(
      `<filter>${filter(`${H}Weight__c`, 'equals', 'much')}</filter>`,
      /compared with "much", which is no number/,
    );
    refused(`<filter>${filter(`${H}Day__c`, 'equals', 'soon')}</filter>`, /compared with "soon", which is no date/);
    refused(
      `<filter><booleanFilter>1 AND 2</booleanFilter>${filter(`${H}Weight__c`, 'equals', '1')}</filter>`,
      /1 AND 2 cannot be used for 1 filters/,
    );
    refused(
      '<aggregates><calculatedFormula>RowCount +</calculatedFormula><datatype>number</datatype><developerName>F</developerName><isActive>true</isActive><masterLabel>Broken</masterLabel></aggregates>',
      /summary formula Broken cannot be used/,
    );
    refused(
      `<customDetailFormulas><calculatedFormula>${H}Weight__c *</calculatedFormula><dataType>double</dataType><developerName>CDF1</developerName><label>Twice</label><scale>2</scale></customDetailFormulas>${column('CDF1')}`,
      /row formula Twice cannot be used/,
    );
  });

  test('the platform’s report types of standard objects name columns by codes', () => {
    const standard = new Orchards();
    after(() => standard.open.close());
    for (const [Name, Industry] of [
      ['Acme', 'Energy'],
      ['Best', 'Energy'],
      ['Core', 'Media'],
    ] as const) {
      standard.open.insert('Account', { Name, Industry, AnnualRevenue: Decimal.parse('10.00') });
    }
    const byIndustry = column('ACCOUNT.NAME') + column('SALES', 'Sum') + down('INDUSTRY');
    assert.deepEqual(lines(standard.run(reportFile(byIndustry, 'AccountList'))), [
      'Total: 30.00, 3',
      'Energy: 20.00, 2',
      'Media: 10.00, 1',
    ]);
    assert.throws(() => standard.run(reportFile(column('NONSENSE'), 'AccountList')), /Accounts has no column NONSENSE/);
  });

  test('more than 2,000 groups are refused, with what to do', () => {
    const many = new Orchards();
    after(() => many.open.close());
    for (let index = 0; index < 1998; index++) many.open.insert('Orchard__c', { Name: `Orchard ${index}` });
    const byOrchard = reportFile(down('Orchard__c$Name'), 'All_Orchards__c');
    assert.throws(() => many.run(byOrchard), /has more than 2000 groups\. Filter it, or group by something coarser/);
    const filtered = reportFile(
      `<filter>${filter('Orchard__c$Name', 'startsWith', 'Orchard 1')}</filter>${down('Orchard__c$Name')}`,
      'All_Orchards__c',
    );
    // 1, 10 to 19, 100 to 199, and 1000 to 1997.
    assert.equal(many.run(filtered).cells.down.children.length, 1 + 10 + 100 + 998);
  });
});
