/** Invocable.Action ("Action Class", Apex Reference Guide): autolaunched flows and invocable methods, called by name. */
import { LimitExceeded } from '../../../database/limits.ts';
import type { DataValue } from '../../../database/services.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { NotSupported, OrgError } from '../../../schema/errors.ts';
import { fromApex } from '../../engine/data.ts';
import { ApexList, ApexMap, LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { apexValue } from '../support/flow-values.ts';
import { ActionErrorValue, ActionResultValue } from './result.ts';

type Parameters = ApexMap<string>;
type Inputs = Readonly<Record<string, DataValue>>;

class ActionValue extends LibraryObject {
  readonly typeName = 'Invocable.Action';
  readonly type: string;
  readonly name: string;
  readonly namespace: string | null;
  private invocations: Parameters[] = [];

  constructor(type: string, name: string, namespace: string | null = null) {
    super();
    if (!['flow', 'apex'].includes(type.toLowerCase())) throw new NotSupported(`Invocable.Action of type ${type}`);
    this.type = type.toLowerCase();
    this.name = name;
    this.namespace = namespace;
  }

  /** Begins the parameters of one more call. */
  add(parameters: Parameters = new ApexMap(types.String, types.Object)): this {
    this.invocations.push(parameters);
    return this;
  }

  set(name: string, value: unknown): this {
    if (this.invocations.length === 0) this.add();
    this.invocations.at(-1)!.put(name, value);
    return this;
  }

  clear(): this {
    this.invocations = [];
    return this;
  }

  invoke(): ActionResultValue[] {
    if (this.invocations.length === 0) throwApex('System.InvalidParameterValueException', 'No invocations specified');
    const calls = this.invocations.map((parameters) => ({ parameters, inputs: inputsOf(parameters) }));
    if (this.type === 'flow') return calls.map(({ parameters, inputs }) => this.startFlow(parameters, inputs));
    return this.callApex(calls);
  }

  private startFlow(parameters: Parameters, inputs: Inputs): ActionResultValue {
    const tx = currentTransaction();
    try {
      return this.succeeded(tx.org.flows.start(tx, this.name, inputs), parameters);
    } catch (error) {
      return this.failed(error, parameters);
    }
  }

  /** An invocable method is called once for all. */
  private callApex(calls: readonly { parameters: Parameters; inputs: Inputs }[]): ActionResultValue[] {
    const tx = currentTransaction();
    try {
      const outputs = tx.org.apex.invokeAction(
        tx,
        this.name,
        calls.map(({ inputs }) => inputs),
      );
      return calls.map(({ parameters }, index) => this.succeeded(outputs[index] ?? {}, parameters));
    } catch (error) {
      return calls.map(({ parameters }) => this.failed(error, parameters));
    }
  }

  private succeeded(outputs: Inputs, parameters: Parameters): ActionResultValue {
    const entries = Object.entries(outputs).map(([name, value]) => [name, apexValue(value)] as const);
    return new ActionResultValue(
      { success: true, outputs: new ApexMap(types.String, types.Object, entries) },
      this,
      parameters,
    );
  }

  private failed(error: unknown, parameters: Parameters): ActionResultValue {
    if (!(error instanceof OrgError) || error instanceof LimitExceeded) throw error;
    const failure = new ActionErrorValue({ code: error.code, message: error.message });
    return new ActionResultValue({ success: false, errors: [failure] }, this, parameters);
  }
}

export const actionClass = libraryClass('Invocable.Action', {
  'Invocable.Action setInvocationParameter(String parameterName, Object parameterValue)': (
    self: ActionValue,
    name: string,
    value: unknown,
  ) => self.set(name, value),
  ...refusingNulls({
    'static Invocable.Action createCustomAction(String type, String name)': (type: string, name: string) =>
      new ActionValue(type, name),
    'static Invocable.Action createCustomAction(String type, String namespace, String name)': (
      type: string,
      namespace: string,
      name: string,
    ) => new ActionValue(type, name, namespace),
    'Invocable.Action addInvocation()': (self: ActionValue) => self.add(),
    'Invocable.Action clearInvocations()': (self: ActionValue) => self.clear(),
    'String getName()': (self: ActionValue) => self.name,
    'String getNamespace()': (self: ActionValue) => self.namespace,
    'String getType()': (self: ActionValue) => self.type,
    'List<Invocable.Action.Result> invoke()': (self: ActionValue) =>
      new ApexList(libraryType('Invocable.Action.Result'), self.invoke()),
    'Boolean isStandard()': () => false,
    'Invocable.Action setInvocations(List<Map<String, Object>> invocations)': (
      self: ActionValue,
      invocations: ApexList<Parameters>,
    ) => {
      self.clear();
      for (const parameters of invocations) self.add(parameters);
      return self;
    },
  }),
});

function inputsOf(parameters: Parameters): Inputs {
  return Object.fromEntries(Array.from(parameters.entries(), ([name, value]) => [name, fromApex(value)]));
}
