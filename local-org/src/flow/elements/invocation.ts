/** Calls of actions: inputs from the interview, outputs back into it. */
import type { DataValue } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { ActionCallSource } from '../definition/call-elements.ts';
import { eachInterview } from '../each-interview.ts';
import type { BulkElement } from '../element.ts';
import type { FlowFault } from '../fault.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { copyOf, FlowObject, fromData, toData } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

export type ActionValues = { readonly [name: string]: DataValue };

/** What an action does: one output for each input. */
export interface InvokedAction {
  call(tx: Transaction, inputs: readonly ActionValues[]): { [name: string]: DataValue }[];
  faultOf(error: unknown): FlowFault;
}

interface Call {
  readonly interview: Interview;
  readonly input: ActionValues;
}

/** An action that is called once with the inputs of all interviews. */
export function compileInvocation(
  source: ActionCallSource,
  compiler: FlowCompiler,
  action: InvokedAction,
): BulkElement {
  const { name } = source;
  const faultTarget = source.faultConnector?.targetReference;
  const inputs = source.inputParameters.map((parameter) => ({
    name: parameter.name,
    read: compiler.value(parameter.value),
  }));
  const outputs = source.outputParameters.map((parameter) => ({
    name: parameter.name,
    write: compiler.writer(parameter.assignToReference),
  }));
  return {
    kind: 'bulk',
    name,
    faultTarget,
    run: (interviews) => {
      const calls = eachInterview(interviews, name, faultTarget, (interview): Call => ({
        interview,
        input: Object.fromEntries(inputs.map((input) => [input.name, toData(copyOf(input.read(interview)))])),
      }));
      if (calls.length === 0) return;
      let results: { [name: string]: DataValue }[];
      try {
        results = invoke(calls, action);
      } catch (error) {
        const fault = action.faultOf(error);
        for (const { interview } of calls) interview.fail(name, fault, faultTarget);
        return;
      }
      eachInterview(
        calls.map(({ interview }) => interview),
        name,
        faultTarget,
        (interview) => {
          const result = fromData(results[calls.findIndex((call) => call.interview === interview)] ?? {}) as FlowObject;
          if (source.storeOutputAutomatically) interview.set(name, result);
          for (const output of outputs) output.write(interview, result.get(output.name));
          interview.next = source.connector?.targetReference;
        },
      );
    },
  };
}

/** What the method has written is undone when it throws, so that a fault path starts from before the call. */
function invoke(calls: readonly Call[], action: InvokedAction): { [name: string]: DataValue }[] {
  const { run } = calls[0].interview;
  const savepoint = run.tx.savepoint();
  try {
    return action.call(
      run.tx,
      calls.map(({ input }) => input),
    );
  } catch (error) {
    run.tx.rollbackTo(savepoint);
    throw error;
  } finally {
    run.tx.release(savepoint);
    run.refresh();
  }
}
