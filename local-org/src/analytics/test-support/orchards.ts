/** A small org of orchards and their harvests, with reports over it. */
import { objectFiles } from '../../automation/test-support/metadata.ts';
import { report } from '../../metadata/readers/report.ts';
import { parseXml } from '../../metadata/xml.ts';
import { OpenOrg, type Values } from '../../org/test-support/open-org.ts';
import { DateValue, Decimal } from '../../schema/values/index.ts';
import { definitionOf } from '../from-metadata.ts';
import type { ReportResult } from '../result.ts';
import { runReport } from '../run-report.ts';

const KINDS = ['Pear', 'Apple', 'Plum']
  .map((value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`)
  .join('');

const reportType = (label: string, join: string): string =>
  `<ReportType><baseObject>Orchard__c</baseObject><category>other</category><deployed>true</deployed>${join}<label>${label}</label>
  <sections><columns><checkedByDefault>true</checkedByDefault><field>Name</field><table>Orchard__c</table></columns>
  <masterLabel>Orchards</masterLabel></sections></ReportType>`;

const join = (outer: boolean): string =>
  `<join><outerJoin>${outer}</outerJoin><relationship>Harvests__r</relationship></join>`;

export const files = {
  ...objectFiles('Orchard__c', {
    fields: {
      Valley__c: { type: 'Text', length: 40 },
      Planted__c: { type: 'Date' },
      Target__c: { type: 'Number', precision: 10, scale: 2 },
    },
  }),
  ...objectFiles('Harvest__c', {
    fields: {
      Orchard__c: {
        type: 'Lookup',
        referenceTo: 'Orchard__c',
        relationshipName: 'Harvests',
        deleteConstraint: 'SetNull',
      },
      Kind__c: {
        type: 'Picklist',
        valueSet: `<valueSetDefinition><sorted>false</sorted>${KINDS}</valueSetDefinition>`,
      },
      Day__c: { type: 'Date' },
      Weight__c: { type: 'Number', precision: 10, scale: 2 },
      Price__c: { type: 'Currency', precision: 10, scale: 2 },
      Sold__c: { type: 'Checkbox', defaultValue: false },
      Value__c: { type: 'Currency', precision: 12, scale: 2, formula: 'Weight__c * Price__c' },
    },
  }),
  'reportTypes/Harvests.reportType-meta.xml': reportType('Orchards with Harvests', join(false)),
  'reportTypes/All_Orchards.reportType-meta.xml': reportType('Orchards with or without Harvests', join(true)),
};

export const H = 'Orchard__c.Harvests__r$';

/** The inside of a `Report` element, after its name and type. */
export function reportFile(body: string, type = 'Harvests__c', format = 'Summary'): string {
  return `<Report><name>Yield</name><reportType>${type}</reportType><format>${format}</format>${body}</Report>`;
}

export const column = (field: string, ...operations: string[]): string =>
  `<columns>${operations.map((one) => `<aggregateTypes>${one}</aggregateTypes>`).join('')}<field>${field}</field></columns>`;

export const down = (field: string, granularity = 'Day', order = 'Asc'): string =>
  `<groupingsDown><dateGranularity>${granularity}</dateGranularity><field>${field}</field><sortOrder>${order}</sortOrder></groupingsDown>`;

export const across = (field: string, granularity = 'Day'): string =>
  down(field, granularity).replaceAll('groupingsDown', 'groupingsAcross');

export const filter = (name: string, operator: string, value: string): string =>
  `<criteriaItems><column>${name}</column><operator>${operator}</operator><value>${value}</value></criteriaItems>`;

/** Harvests: orchard, kind, day, weight, price, sold. Hilltop has none. */
const HARVESTS: readonly (readonly [string, string, string, string, string, boolean])[] = [
  ['Brook', 'Apple', '2026-01-10', '10.50', '2.00', true],
  ['Brook', 'Apple', '2026-02-10', '20.00', '1.50', false],
  ['Brook', 'Pear', '2026-02-11', '5.25', '4.00', true],
  ['Dale', 'Plum', '2025-12-31', '8.00', '3.00', true],
  ['Dale', 'Apple', '2026-02-28', '2.25', '2.00', false],
];

/** Makes the records. */
export function plant(insert: (object: string, values: Values) => string): void {
  const orchards = new Map(
    [
      ['Brook', 'North'],
      ['Dale', 'South'],
      ['Hilltop', 'North'],
    ].map(([Name = '', Valley__c = '']) => [
      Name,
      insert('Orchard__c', { Name, Valley__c, Target__c: Decimal.parse('100.00') }),
    ]),
  );
  for (const [index, [orchard, kind, day, weight, price, sold]] of HARVESTS.entries()) {
    insert('Harvest__c', {
      Name: `H${index + 1}`,
      Orchard__c: orchards.get(orchard) ?? null,
      Kind__c: kind,
      Day__c: DateValue.parse(day),
      Weight__c: Decimal.parse(weight),
      Price__c: Decimal.parse(price),
      Sold__c: sold,
    });
  }
}

export class Orchards {
  readonly open: OpenOrg;

  constructor() {
    this.open = new OpenOrg(files);
    plant((object, values) => this.open.insert(object, values));
  }

  /** Runs the report of this file. */
  run(file: string, details = true, user = this.open.user): ReportResult {
    const source = report(parseXml(file, 'Report.report-meta.xml'), { file: 'Report.report-meta.xml', ignored: [] });
    return this.open.run((tx) => runReport(this.open.org, tx, user, definitionOf(source), { details }), user);
  }
}

/** The groups of a result with their summaries, as lines of text: `North | Brook: 35.75, 3`. */
export function lines(result: ReportResult): string[] {
  const label = (node: (typeof result.cells.down)['children'][number]): string =>
    node.group?.label ?? String(node.group?.value ?? '-');
  return result.cells.down.all().flatMap((row) =>
    result.cells.across.all().flatMap((side) => {
      const values = result.values(row, side);
      if (values.every((value) => value === null)) return [];
      const names = [...row.line().reverse().slice(1).map(label), ...side.line().reverse().slice(1).map(label)];
      return `${names.join(' | ') || 'Total'}: ${values.map((value) => (value === null ? '-' : String(value))).join(', ')}`;
    }),
  );
}
