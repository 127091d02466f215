/** What was wrong with a save, over a form. */
import { LightningElement, api } from 'lwc';
import type { SaveProblems as Problems } from '../errors/errors.ts';

export default class SaveProblems extends LightningElement {
  @api problems!: Problems;

  get hasProblems(): boolean {
    return this.problems.page.length > 0 || this.problems.fields.size > 0;
  }

  get lines(): readonly { key: number; text: string }[] {
    return this.problems.page.map((text, key) => ({ key, text }));
  }

  get fieldList(): string {
    return [...this.problems.labels.values()].join(', ');
  }
}
