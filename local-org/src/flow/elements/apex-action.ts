import type { ActionCallSource } from '../definition/call-elements.ts';
import type { BulkElement } from '../element.ts';
import { asApexFault } from '../fault.ts';
import type { FlowCompiler } from '../flow-compiler.ts';
import { compileInvocation } from './invocation.ts';

/** An `@InvocableMethod`, called once with the inputs of all interviews. */
export function compileApexAction(source: ActionCallSource, compiler: FlowCompiler): BulkElement {
  return compileInvocation(source, compiler, {
    call: (tx, inputs) => tx.org.apex.invokeAction(tx, source.actionName, inputs),
    faultOf: asApexFault,
  });
}
