import type { ActionCallSource } from '../definition/call-elements.ts';
import type { BulkElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { compileApexAction } from './apex-action.ts';
import { compileFlowCall } from './flow-call.ts';

/** Action: an invocable Apex method, or another flow. */
export function compileActionCall(source: ActionCallSource, compiler: FlowCompiler): BulkElement {
  switch (source.actionType) {
    case 'apex':
      return compileApexAction(source, compiler);
    case 'flow':
      return compileFlowCall(
        {
          name: source.name,
          flowName: source.actionName,
          inputs: source.inputParameters,
          outputs: source.outputParameters,
          next: source.connector?.targetReference,
        },
        compiler,
      );
    default:
      return {
        kind: 'bulk',
        name: source.name,
        faultTarget: source.faultConnector?.targetReference,
        run: () => {
          throw compiler.notSupported(`flow action ${source.actionType}`, source.source);
        },
      };
  }
}
