/** Interfaces of publish callbacks and what they are given ("EventBus Namespace", Apex Reference Guide). */
import { libraryClass, libraryInterface } from '../define.ts';
import type { PublishResultValue } from '../support/publish-callbacks.ts';

const uuids = { 'List<String> getEventUuids()': (self: PublishResultValue) => self.list };

export const publishClasses = [
  libraryInterface('EventBus.EventPublishSuccessCallback', ['void onSuccess(EventBus.SuccessResult result)']),
  libraryInterface('EventBus.EventPublishFailureCallback', ['void onFailure(EventBus.FailureResult result)']),
  libraryClass('EventBus.SuccessResult', uuids),
  libraryClass('EventBus.FailureResult', uuids),
];
