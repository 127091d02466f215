trigger CapacityChangedTrigger on CapacityChanged__e(after insert) {
  TriggerDispatcher.run();
}
