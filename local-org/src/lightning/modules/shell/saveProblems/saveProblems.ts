/** What was wrong with a save, over a form. */
import { LightningElement, api } from 'lwc';
import type { SaveProblems as Problems } from '../errors/errors.ts';

export default class SaveProblems extends LightningElement {
  @api problems!: Problems;
  private wasShown = false;

  /** A long form is scrolled to where its buttons are used; what was wrong is brought into sight once it is there. */
  renderedCallback(): void {
    if (this.hasProblems && !this.wasShown) {
      this.template!.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
    }
    this.wasShown = this.hasProblems;
  }

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
