import type { DataValue } from '../../database/services.ts';
import type { ActionCallSource } from '../definition/call-elements.ts';
import { eachInterview } from '../each-interview.ts';
import type { BulkElement } from '../element.ts';
import { asApexFault } from '../fault.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { copyOf, FlowObject, fromData, toData } from '../flow-value.ts';
import type { Interview } from '../interview.ts';

interface Call {
  readonly interview: Interview;
  readonly input: { readonly [name: string]: DataValue };
}

/** An `@InvocableMethod`, called once with the inputs of all interviews. */
export function compileApexAction(source: ActionCallSource, compiler: FlowCompiler): BulkElement {
  const { name, actionName } = source;
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
        results = invoke(calls, actionName);
      } catch (error) {
        const fault = asApexFault(error);
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
function invoke(calls: readonly Call[], actionName: string): { [name: string]: DataValue }[] {
  const { run } = calls[0].interview;
  const savepoint = run.tx.savepoint();
  try {
    return run.tx.org.apex.invokeAction(
      run.tx,
      actionName,
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
