/** Invocable.Action.Result and Invocable.Action.Error ("Invocable Namespace", Apex Reference Guide). */
import { ApexList, ApexMap, LibraryObject, type ApexObject } from '../../runtime/index.ts';
import { libraryType, types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';

export interface ActionFailure {
  readonly code: string | null;
  readonly message: string | null;
}

export class ActionErrorValue extends LibraryObject {
  readonly typeName = 'Invocable.Action.Error';
  readonly failure: ActionFailure;

  constructor(failure: ActionFailure) {
    super();
    this.failure = failure;
  }
}

export class ActionResultValue extends LibraryObject {
  readonly typeName = 'Invocable.Action.Result';
  readonly success: boolean;
  readonly errors: readonly ActionErrorValue[];
  readonly outputs: ApexMap<string>;
  /** The action and what it was given; null on results that were made from JSON. */
  readonly action: ApexObject | null;
  readonly inputs: ApexMap<string> | null;

  constructor(
    outcome: {
      readonly success: boolean;
      readonly errors?: readonly ActionErrorValue[];
      readonly outputs?: ApexMap<string>;
    },
    action: ApexObject | null = null,
    inputs: ApexMap<string> | null = null,
  ) {
    super();
    this.success = outcome.success;
    this.errors = outcome.errors ?? [];
    this.outputs = outcome.outputs ?? new ApexMap(types.String, types.Object);
    this.action = action;
    this.inputs = inputs;
  }
}

export const actionErrorClass = libraryClass('Invocable.Action.Error', {
  'String getCode()': ({ failure }: ActionErrorValue) => failure.code,
  'String getMessage()': ({ failure }: ActionErrorValue) => failure.message,
});

export const actionResultClass = libraryClass('Invocable.Action.Result', {
  'Invocable.Action getAction()': ({ action }: ActionResultValue) => action,
  'List<Invocable.Action.Error> getErrors()': ({ errors }: ActionResultValue) =>
    new ApexList(libraryType('Invocable.Action.Error'), [...errors]),
  'Map<String, Object> getInvocationParameters()': ({ inputs }: ActionResultValue) => inputs,
  'Map<String, Object> getOutputParameters()': ({ outputs }: ActionResultValue) => outputs,
  'Boolean isSuccess()': ({ success }: ActionResultValue) => success,
});
