/** Runs Apex triggers ("Triggers", Apex Developer Guide). */
import type { TriggerEvent } from '../../database/services.ts';
import type { Transaction } from '../../database/transaction.ts';
import { OrgError } from '../../schema/errors.ts';
import type { ObjectSchema } from '../../schema/model.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { CompiledProgram, ProgramTrigger } from '../compile/compiled-program.ts';
import { asException } from '../runtime/caught.ts';
import { SystemException } from '../runtime/exception.ts';
import { enter, machine } from '../runtime/machine.ts';
import { formatFrames } from '../runtime/stack.ts';
import { TriggerContext } from '../runtime/trigger-context.ts';

export function runTriggers(
  tx: Transaction,
  program: CompiledProgram,
  object: ObjectSchema,
  event: TriggerEvent,
  newRecords: readonly SObject[] | null,
  oldRecords: readonly SObject[] | null,
): void {
  for (const trigger of program.triggersOf(object, event)) {
    enter(tx, program, () => {
      // "Triggers run in system context" and enforce no sharing by themselves.
      machine.sharing = false;
      machine.trigger = new TriggerContext(object, event, newRecords, oldRecords);
      runTrigger(trigger, event);
    });
  }
}

function runTrigger(trigger: ProgramTrigger, event: TriggerEvent): void {
  try {
    trigger.run();
  } catch (error) {
    const exception = asException(error);
    if (exception === undefined || (exception instanceof SystemException && !exception.catchable)) throw error;
    const time = event.replace(/(?:^| )(\w)/g, (_match, letter: string) => letter.toUpperCase());
    throw new OrgError(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `${trigger.name}: execution of ${time}\n\ncaused by: ${exception.toString()}\n\n${formatFrames(exception.frames)}`,
    );
  }
}
