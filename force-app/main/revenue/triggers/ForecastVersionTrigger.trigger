trigger ForecastVersionTrigger on ForecastVersion__c(before update, before delete) {
  TriggerDispatcher.run();
}
