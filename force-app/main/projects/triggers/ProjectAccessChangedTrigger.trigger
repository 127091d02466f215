trigger ProjectAccessChangedTrigger on ProjectAccessChanged__e(after insert) {
  TriggerDispatcher.run();
}
