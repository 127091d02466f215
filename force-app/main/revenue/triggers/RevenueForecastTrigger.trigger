trigger RevenueForecastTrigger on RevenueForecast__c(before insert, before update, before delete) {
  TriggerDispatcher.run();
}
