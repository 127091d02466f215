trigger RateCardLineTrigger on RateCardLine__c(before insert, before update) {
  TriggerDispatcher.run();
}
