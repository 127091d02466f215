trigger ResourceRequestTrigger on ResourceRequest__c(after insert, after update, after delete, after undelete) {
  TriggerDispatcher.run();
}
