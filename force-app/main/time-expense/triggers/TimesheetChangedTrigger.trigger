trigger TimesheetChangedTrigger on TimesheetChanged__e(after insert) {
  TriggerDispatcher.run();
}
