import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

const variable = (name: string, type: string, rest: string) =>
  `<variables><name>${name}</name><dataType>${type}</dataType>${rest}</variables>`;

const flow = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>66.0</apiVersion><label>Name bears</label><processType>AutoLaunchedFlow</processType><status>Active</status>
  <assignments><name>Add</name><label>Add</label><locationX>0</locationX><locationY>0</locationY>
    <assignmentItems><assignToReference>names</assignToReference><operator>Add</operator>
      <value><elementReference>first</elementReference></value></assignmentItems></assignments>
  <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Add</targetReference></connector></start>
  ${variable('first', 'String', '<isCollection>false</isCollection><isInput>true</isInput><isOutput>false</isOutput>')}
  ${variable('names', 'String', '<isCollection>true</isCollection><isInput>false</isInput><isOutput>true</isOutput>')}
</Flow>`;

test('what a flow takes, and what it gives', () => {
  passesInOrg(
    [
      `@IsTest class InterviewTest {
        @IsTest static void leavesWhatItDoesNotTake() {
          Map<String, Object> inputs = new Map<String, Object>{ 'first' => 'Bruno', 'names' => 'x', 'other' => 1 };
          Flow.Interview naming = Flow.Interview.createInterview('Name_Bears', inputs);
          naming.start();
          Assert.areEqual(new List<String>{ 'Bruno' }, (List<String>) naming.getVariableValue('names'));
        }
        @IsTest static void thereIsNoSuchFlow() {
          try { Flow.Interview.createInterview('Nobody', new Map<String, Object>()); Assert.fail(); }
          catch (TypeException e) { return; }
        }
      }`,
    ],
    { 'flows/Name_Bears.flow-meta.xml': flow },
  );
});
