import type { BulkElement, FlowElement } from './element.ts';
import { FlowFault } from './fault.ts';
import type { Interview } from './interview.ts';

/**
 * Runs interviews of one flow to their ends. Each runs by itself up to an element that reads, writes or calls; interviews
 * that wait at the same such element execute it together ("Flow Bulkification in Transactions" in the Salesforce help).
 */
export function runInterviews(interviews: readonly Interview[]): void {
  const [first] = interviews;
  if (first === undefined) return;
  for (const interview of interviews) interview.next = interview.next ?? interview.flow.first;
  for (;;) {
    const waiting = new Map<BulkElement, Interview[]>();
    for (const interview of interviews) {
      const element = runSteps(interview);
      if (element === undefined) continue;
      const group = waiting.get(element);
      if (group === undefined) waiting.set(element, [interview]);
      else group.push(interview);
    }
    if (waiting.size === 0) return;
    const element = furthestBack([...waiting.keys()], first.flow.reachable);
    runBulk(element, waiting.get(element)!);
  }
}

/** Executes steps until the interview ends or stands at a bulk element, which is answered. */
function runSteps(interview: Interview): BulkElement | undefined {
  while (interview.next !== undefined) {
    const element = elementOf(interview, interview.next);
    if (element.kind === 'bulk') return element;
    try {
      interview.enter(element.name);
      interview.next = element.run(interview);
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      interview.fail(element.name, error, undefined);
    }
  }
  return undefined;
}

function runBulk(element: BulkElement, interviews: readonly Interview[]): void {
  const entered = interviews.filter((interview) => {
    try {
      interview.enter(element.name);
      return true;
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      interview.fail(element.name, error, undefined);
      return false;
    }
  });
  if (entered.length > 0) element.run(entered);
}

function elementOf(interview: Interview, name: string): FlowElement {
  const element = interview.flow.elements.get(name);
  if (element === undefined) throw new Error(`Flow ${interview.flow.name} has no element ${name}`);
  return element;
}

/** The element from which the others can still be reached, so that interviews on longer paths catch up with the rest. */
function furthestBack(elements: readonly BulkElement[], reachable: (from: string, to: string) => boolean): BulkElement {
  const back = elements.find((element) =>
    elements.every(
      (other) => other === element || !reachable(other.name, element.name) || reachable(element.name, other.name),
    ),
  );
  return back ?? elements[0];
}
