trigger MeasuresDueTrigger on MeasuresDue__e(after insert) {
  TriggerDispatcher.run();
}
