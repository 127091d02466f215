/** Draws a Lightning page: its regions in the places that their names and the template give them. */
import { LightningElement, api } from 'lwc';
import type { PageContext, PageRegion } from './pageTypes.ts';

const SIDES = new Set(['sidebar', 'leftsidebar', 'rightsidebar']);
/** Regions that share a row evenly: halves of a home page, numbered regions of an app page. */
const COLUMNS = /^(left|right|bottomleft|bottomright|region\d)$/;

interface Cell {
  readonly key: string;
  readonly class: string;
  readonly regions: readonly PageRegion[];
}

export default class FlexiPage extends LightningElement {
  @api context!: PageContext;

  /**
   * Rows of the page. A side bar stands beside all that is neither header nor side bar (the templates of record and home pages);
   * `left` and `right` are halves.
   */
  get rows(): readonly object[] {
    const regions = this.context.page.regions.filter((region) => !region.isFacet);
    const isHeader = (region: PageRegion) => /header|^top$/i.test(region.name) && !this.isHome;
    const headers = regions
      .filter(isHeader)
      .map((region) => row(region.name, [cell(region.name, 'slds-size_1-of-1', [region])]));
    const body = regions.filter((region) => !isHeader(region));
    const sides = body.filter((region) => SIDES.has(region.name.toLowerCase()));
    const middle = body.filter((region) => !sides.includes(region));
    const sideWidth = sides.length > 1 ? 3 : 4;
    const width = sides.length > 1 ? 6 : sides.length === 1 ? 8 : 12;
    const cells = body.flatMap((region): Cell[] => {
      if (sides.includes(region)) return [cell(region.name, columnClass(sideWidth), [region])];
      return region === middle[0] ? [cell('middle', columnClass(width), middle)] : [];
    });
    return [...headers, row('body', cells)];
  }

  private get isHome(): boolean {
    return this.context.page.template.startsWith('home:');
  }
}

function isColumn(region: PageRegion): boolean {
  return COLUMNS.test(region.name.toLowerCase());
}

function columnClass(twelfths: number): string {
  return `slds-size_1-of-1 slds-large-size_${twelfths}-of-12`;
}

function cell(key: string, sizes: string, regions: readonly PageRegion[]): Cell {
  return { key, class: `slds-col ${sizes}`, regions };
}

function row(key: string, cells: readonly Cell[]): object {
  return {
    key,
    cells: cells.map((one) => ({
      ...one,
      regions: one.regions.map((region) => ({
        ...region,
        class: isColumn(region)
          ? `slds-col ${columnClass(12 / one.regions.filter(isColumn).length)}`
          : 'slds-col slds-size_1-of-1',
      })),
    })),
  };
}
