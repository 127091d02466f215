trigger BillingArrangementTrigger on BillingArrangement__c(after insert) {
  TriggerDispatcher.run();
}
