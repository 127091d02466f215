/** A flow to read: its elements in the order in which they run. */
import { LightningElement, api } from 'lwc';
import { appData } from '../http/http.ts';

interface Element {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly description: string | null;
  readonly depth: number;
  readonly via: string | null;
  readonly details: readonly string[];
}

interface Flow {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly status: string;
  readonly trigger: string;
  readonly description: string | null;
  readonly elements: readonly Element[];
}

export default class FlowOutline extends LightningElement {
  flow: Flow | undefined;
  problem: unknown;
  private shown = '';

  @api get name(): string {
    return this.shown;
  }

  set name(name: string) {
    this.shown = name;
    void this.open();
  }

  private async open(): Promise<void> {
    try {
      this.flow = await appData<Flow>(`setup/Flows/${this.shown}`);
    } catch (error) {
      this.problem = error;
    }
  }

  get facts(): string {
    const { type, status, trigger } = this.flow!;
    return [type, status, trigger].filter((text) => text !== '').join(' • ');
  }

  get elements(): readonly object[] {
    return (this.flow?.elements ?? []).map((element) => ({
      ...element,
      style: `margin-left: ${element.depth * 1.5}rem`,
      details: element.details.map((text, key) => ({ key, text })),
    }));
  }
}
