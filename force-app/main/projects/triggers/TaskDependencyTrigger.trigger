trigger TaskDependencyTrigger on TaskDependency__c(after insert, after update, after delete, after undelete) {
  TriggerDispatcher.run();
}
