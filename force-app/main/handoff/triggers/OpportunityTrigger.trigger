trigger OpportunityTrigger on Opportunity(after update) {
  TriggerDispatcher.run();
}
