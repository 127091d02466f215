/** What stands in the logs of running projects. */

export interface IssueSeed {
  readonly project: string;
  readonly Name: string;
  readonly Type__c: 'Risk' | 'Issue' | 'Blocker' | 'Decision';
  readonly Severity__c: 'Low' | 'Medium' | 'High' | 'Critical';
  readonly Description__c: string;
  /** Days from today, below 0 before it. */
  readonly dueIn: number;
}

export const issues: readonly IssueSeed[] = [
  {
    project: 'Claims analytics',
    Name: 'No access to the claims archive',
    Type__c: 'Blocker',
    Severity__c: 'Critical',
    Description__c: 'The archive team has not opened the interface that the reports read from.',
    dueIn: -6,
  },
  {
    project: 'Claims analytics',
    Name: 'Fraud scores differ from the old system',
    Type__c: 'Issue',
    Severity__c: 'High',
    Description__c: 'One in forty claims is scored differently. The client wants to know why before going on.',
    dueIn: -2,
  },
  {
    project: 'Crew planning integration',
    Name: 'Test data of the roster are a year old',
    Type__c: 'Issue',
    Severity__c: 'Medium',
    Description__c: 'Integration tests pass on data that no longer look like production.',
    dueIn: -9,
  },
  {
    project: 'Shipment tracking',
    Name: 'Second carrier has changed its interface',
    Type__c: 'Blocker',
    Severity__c: 'High',
    Description__c: 'Position messages come without a time. The carrier has promised a correction.',
    dueIn: 4,
  },
  {
    project: 'Machine data hub',
    Name: 'Who pays for the extra storage',
    Type__c: 'Decision',
    Severity__c: 'Medium',
    Description__c: 'The machines send three times as much as was estimated.',
    dueIn: 8,
  },
];
