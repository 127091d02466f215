trigger ForecastChangedTrigger on ForecastChanged__e(after insert) {
  TriggerDispatcher.run();
}
