import type { ActionCallSource } from '../definition/call-elements.ts';
import type { BulkElement } from '../element.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { compileApexAction } from './apex-action.ts';
import { compileEmailAction } from './email-action.ts';
import { compileFlowCall } from './flow-call.ts';
import { compileInvocation } from './invocation.ts';
import { sendEmailAlert, submitForApproval } from './standard-actions.ts';

/** Action: an invocable Apex method, another flow, or an action of the platform. */
export function compileActionCall(source: ActionCallSource, compiler: FlowCompiler): BulkElement {
  switch (source.actionType) {
    case 'apex':
      return compileApexAction(source, compiler);
    case 'emailSimple':
      return compileEmailAction(source, compiler);
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
    case 'submit':
      return compileInvocation(source, compiler, submitForApproval);
    case 'emailAlert':
      return compileInvocation(source, compiler, sendEmailAlert(source.actionName));
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
