/** Shows a component of the project by name, and its errors in its place. */
import { LightningElement, api } from 'lwc';
import { messageOf } from '../errors/errors.ts';

type Constructor = new () => LightningElement;

export default class DynamicComponent extends LightningElement {
  /** Module name: `c/timeline`. */
  @api name = '';
  @api props: Readonly<Record<string, unknown>> = {};
  @api where: string | undefined;

  ctor: Constructor | undefined;
  problem: string | undefined;

  async connectedCallback(): Promise<void> {
    try {
      const module = (await import(this.name)) as { default: Constructor };
      this.ctor = module.default;
    } catch (error) {
      this.fail(error);
    }
  }

  errorCallback(error: unknown): void {
    this.fail(error);
  }

  get isLoading(): boolean {
    return this.ctor === undefined && this.problem === undefined;
  }

  private fail(error: unknown): void {
    console.error(error);
    this.ctor = undefined;
    const place = this.where === undefined ? '' : ` (${this.where})`;
    this.problem = `The component ${this.name} failed: ${messageOf(error)}${place}`;
  }
}
