import { api, LightningElement } from 'lwc';

export interface Figure {
  /** What it is; no two of a list have the same. */
  label: string;
  value: string;
  /** What it means, in a few words. */
  note: string;
}

/** Figures side by side, each with its name and what it means. */
export default class FigureList extends LightningElement {
  @api figures: readonly Figure[] = [];
}
