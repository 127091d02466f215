trigger PaymentTrigger on Payment__c(before insert, after insert, before update, before delete) {
  TriggerDispatcher.run();
}
