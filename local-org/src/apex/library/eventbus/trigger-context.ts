/** EventBus.TriggerContext ("TriggerContext Class", Apex Reference Guide): of a trigger on platform events. */
import { currentTransaction } from '../../../database/transaction.ts';
import { LibraryObject } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';

/** Events are delivered once: a trigger that fails is not run again, neither from a checkpoint nor by a RetryableException. */
class TriggerContextValue extends LibraryObject {
  readonly typeName = 'eventbus.TriggerContext';
  checkpoint: string | null = null;
}

const slot = Symbol('event trigger context');

export const triggerContextClass = libraryClass('eventbus.TriggerContext', {
  'static eventbus.TriggerContext currentContext()': () =>
    currentTransaction().state(slot, () => new TriggerContextValue()),
  'String lastError {get}': { get: () => null },
  'Integer retries {get}': { get: () => 0 },
  'String getResumeCheckpoint()': (self: TriggerContextValue) => self.checkpoint,
  'void setResumeCheckpoint(String resumeReplayId)': (self: TriggerContextValue, replayId: string | null) => {
    self.checkpoint = replayId;
  },
});
