/** Flow.Interview ("Interview Class", Apex Reference Guide): autolaunched flows started from Apex. */
import { currentTransaction } from '../../../database/transaction.ts';
import type { DataValue, FlowOutputs } from '../../../database/services.ts';
import { OrgError } from '../../../schema/errors.ts';
import { fromApex } from '../../engine/data.ts';
import { LibraryObject, throwApex, type ApexMap } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';
import { apexValue } from '../support/flow-values.ts';

type Inputs = ApexMap<string> | null;

/** Values for variables that the flow does not have, or that take no input, are left alone. */
class InterviewValue extends LibraryObject {
  readonly typeName = 'Flow.Interview';
  readonly flowName: string;
  readonly inputs: Readonly<Record<string, DataValue>>;
  outputs: FlowOutputs | null = null;

  constructor(flowName: string | null, inputs: Inputs) {
    super();
    this.flowName = required(flowName, 1);
    const known = currentTransaction().org.flows.inputsOf(this.flowName);
    if (known === undefined) throwApex('System.TypeException', `Invalid type: Flow.Interview.${this.flowName}`);
    const entries = Array.from(inputs?.entries() ?? []).filter(([name]) => known.includes(name));
    this.inputs = Object.fromEntries(entries.map(([name, value]) => [name, fromApex(value)] as const));
  }

  start(): void {
    const tx = currentTransaction();
    try {
      this.outputs = tx.org.flows.start(tx, this.flowName, this.inputs);
    } catch (error) {
      if (error instanceof OrgError && ['INVALID_TYPE', 'UNKNOWN_EXCEPTION'].includes(error.code)) {
        throwApex('System.FlowException', error.message);
      }
      throw error;
    }
  }

  /** Variables of the flow in any case; what it did not make available for output is null. */
  variable(name: string): unknown {
    const found = Object.entries(this.outputs ?? {}).find(([key]) => key.toLowerCase() === name.toLowerCase());
    return found === undefined ? null : apexValue(found[1]);
  }
}

export const interviewClass = libraryClass('Flow.Interview', {
  'static Flow.Interview createInterview(String flowName, Map<String, Object> inputVariables)': (
    name: string | null,
    inputs: Inputs,
  ) => new InterviewValue(name, inputs),
  'static Flow.Interview createInterview(String namespace, String flowName, Map<String, Object> inputVariables)': (
    _namespace: string | null,
    name: string | null,
    inputs: Inputs,
  ) => new InterviewValue(name, inputs),
  'Object getVariableValue(String variableName)': (self: InterviewValue, name: string | null) =>
    self.variable(required(name, 1)),
  'void start()': (self: InterviewValue) => self.start(),
});
