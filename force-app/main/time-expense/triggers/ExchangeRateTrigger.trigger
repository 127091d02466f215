trigger ExchangeRateTrigger on ExchangeRate__c(before insert, before update) {
  TriggerDispatcher.run();
}
