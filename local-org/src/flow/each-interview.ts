import { FlowFault } from './fault.ts';
import type { Interview } from './interview.ts';

/** What `prepare` makes of each interview; those for which it throws a `FlowFault` fail at the element. */
export function eachInterview<T>(
  interviews: readonly Interview[],
  element: string,
  faultTarget: string | undefined,
  prepare: (interview: Interview) => T,
): T[] {
  const prepared: T[] = [];
  for (const interview of interviews) {
    try {
      prepared.push(prepare(interview));
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      interview.fail(element, error, faultTarget);
    }
  }
  return prepared;
}
