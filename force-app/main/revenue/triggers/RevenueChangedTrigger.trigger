trigger RevenueChangedTrigger on RevenueChanged__e(after insert) {
  TriggerDispatcher.run();
}
