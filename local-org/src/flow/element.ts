import type { Interview } from './interview.ts';

/** An element that one interview executes by itself; answers the name of the next one. May throw `FlowFault`. */
export interface StepElement {
  readonly kind: 'step';
  readonly name: string;
  run(interview: Interview): string | undefined;
}

/**
 * An element that reads, writes or calls, and that all interviews waiting at it execute together. It sets `next` of each
 * interview, or makes it fail.
 */
export interface BulkElement {
  readonly kind: 'bulk';
  readonly name: string;
  readonly faultTarget: string | undefined;
  run(interviews: readonly Interview[]): void;
}

export type FlowElement = StepElement | BulkElement;
