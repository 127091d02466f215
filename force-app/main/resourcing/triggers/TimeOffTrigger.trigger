trigger TimeOffTrigger on TimeOff__c(after insert, after update, after delete, after undelete) {
  TriggerDispatcher.run();
}
