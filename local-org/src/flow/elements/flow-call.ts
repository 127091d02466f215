import type { CompiledFlow } from '../compiled-flow.ts';
import type { FlowValueSource } from '../definition/parts.ts';
import type { SubflowSource } from '../definition/call-elements.ts';
import { eachInterview } from '../each-interview.ts';
import type { BulkElement } from '../element.ts';
import { accessOf } from '../access.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { FlowRun } from '../flow-run.ts';
import { FlowObject } from '../flow-value.ts';
import { Interview } from '../interview.ts';
import { runInterviews } from '../run-interviews.ts';

interface FlowCall {
  readonly name: string;
  readonly flowName: string;
  readonly inputs: readonly { readonly name: string; readonly value?: FlowValueSource }[];
  readonly outputs: readonly { readonly name: string; readonly assignToReference?: string }[];
  readonly next: string | undefined;
}

/** Subflow. */
export function compileSubflow(source: SubflowSource, compiler: FlowCompiler): BulkElement {
  return compileFlowCall(
    {
      name: source.name,
      flowName: source.flowName,
      inputs: source.inputAssignments,
      outputs: source.outputAssignments,
      next: source.connector?.targetReference,
    },
    compiler,
  );
}

/**
 * Another flow, whose interviews run together like those that call it. A fault that it does not handle ends the calling
 * interview: there is no fault path.
 */
export function compileFlowCall(call: FlowCall, compiler: FlowCompiler): BulkElement {
  const { name, flowName } = call;
  const inputs = call.inputs.map((input) => ({ name: input.name, read: compiler.value(input.value) }));
  const outputs = call.outputs.map((output) => ({
    name: output.name,
    write: compiler.writer(output.assignToReference ?? ''),
  }));
  return {
    kind: 'bulk',
    name,
    faultTarget: undefined,
    run: (interviews) => {
      const flow = compiler.lookups.flow(flowName);
      if (flow === undefined) throw compiler.error(`there is no active flow ${flowName}`);
      const children = eachInterview(interviews, name, undefined, (parent) => {
        const child = new Interview(flow, runOf(flow, parent), null);
        flow.initialize(child);
        for (const input of inputs) flow.assign(child, input.name, input.read(parent));
        return { parent, child };
      });
      runInterviews(children.map(({ child }) => child));
      for (const { parent, child } of children) {
        if (child.fault !== undefined) {
          parent.fail(name, child.fault, undefined);
          continue;
        }
        parent.set(name, outputsOf(flow, child));
        for (const output of outputs) output.write(parent, child.get(output.name));
        parent.next = call.next;
      }
    },
  };
}

/** A flow without a mode of its own runs in that of its caller. */
function runOf(flow: CompiledFlow, parent: Interview): FlowRun {
  return flow.runInMode === 'DefaultMode' ? parent.run : new FlowRun(parent.run.tx, accessOf(flow));
}

export function outputsOf(flow: CompiledFlow, interview: Interview): FlowObject {
  const outputs = flow.variables.filter(({ isOutput }) => isOutput);
  return new FlowObject(Object.fromEntries(outputs.map(({ name }) => [name, interview.get(name)])));
}
