trigger EstimateLineTrigger on EstimateLine__c(after insert, after update, after delete, after undelete) {
  TriggerDispatcher.run();
}
