import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('permission set groups give what their sets give, without a calculation', () => {
  passesInOrg(
    [
      `@IsTest class GroupTest {
        @IsTest static void calculated() {
          Test.calculatePermissionSetGroup('Crew');
          Test.calculatePermissionSetGroup(new List<String>{ 'Crew' });
          Profile standard = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
          User sailor = new User(
            Username = 'sailor@group.test', Email = 'a@example.com', LastName = 'Sailor', Alias = 'sailor', ProfileId = standard.Id,
            TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8'
          );
          insert sailor;
          PermissionSetGroup crew = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Crew'];
          insert new PermissionSetAssignment(AssigneeId = sailor.Id, PermissionSetGroupId = crew.Id);
          System.runAs(sailor) {
            Assert.isTrue(FeatureManagement.checkPermission('Steer'));
          }
        }
      }`,
    ],
    {
      'customPermissions/Steer.customPermission-meta.xml':
        '<CustomPermission><isLicensed>false</isLicensed><label>Steer</label></CustomPermission>',
      'permissionsets/Helm.permissionset-meta.xml':
        '<PermissionSet><label>Helm</label><customPermissions><enabled>true</enabled><name>Steer</name></customPermissions></PermissionSet>',
      'permissionsetgroups/Crew.permissionsetgroup-meta.xml':
        '<PermissionSetGroup><label>Crew</label><permissionSets>Helm</permissionSets></PermissionSetGroup>',
    },
  );
});
