trigger RateCardTrigger on RateCard__c(before insert, before update) {
  TriggerDispatcher.run();
}
