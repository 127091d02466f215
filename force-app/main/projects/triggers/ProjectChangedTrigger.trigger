trigger ProjectChangedTrigger on ProjectChanged__e(after insert) {
  TriggerDispatcher.run();
}
