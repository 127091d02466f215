/** What profiles, permission sets and apps of the project look like in queries. */
import { test } from 'node:test';
import { passesInOrg } from '../apex/library/test-support/run-in-org.ts';

const files = {
  'permissionsets/Reader.permissionset-meta.xml': `<PermissionSet><label>Reader</label><hasActivationRequired>false</hasActivationRequired>
    <customPermissions><enabled>true</enabled><name>Reads</name></customPermissions>
    <fieldPermissions><editable>false</editable><field>Account.Phone</field><readable>true</readable></fieldPermissions>
    <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>true</viewAllRecords></objectPermissions></PermissionSet>`,
  'permissionsetgroups/Readers.permissionsetgroup-meta.xml':
    '<PermissionSetGroup><label>Readers</label></PermissionSetGroup>',
  'customPermissions/Reads.customPermission-meta.xml':
    '<CustomPermission><label>Reads</label><isLicensed>false</isLicensed></CustomPermission>',
  'applications/Reading.app-meta.xml': '<CustomApplication><label>Reading room</label></CustomApplication>',
  'cachePartitions/Shelf.cachePartition-meta.xml':
    '<PlatformCachePartition><isDefaultPartition>true</isDefaultPartition><masterLabel>Shelf</masterLabel></PlatformCachePartition>',
};

const newUser = `static User newUser() {
  Profile profile = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'];
  User reader = new User(ProfileId = profile.Id, LastName = 'Reader', Alias = 'reader', Email = 'r@example.com',
    Username = 'reader@granted.example.com', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US',
    EmailEncodingKey = 'UTF-8');
  insert reader;
  return reader;
}`;

test('permissions of metadata are rows', () => {
  const tests = `@IsTest private class GrantedTest {
    @IsTest static void setsAndProfiles() {
      ObjectPermissions granted = [SELECT PermissionsRead, PermissionsEdit, PermissionsViewAllRecords FROM ObjectPermissions
        WHERE Parent.Name = 'Reader' AND SobjectType = 'Account'];
      Assert.isTrue(granted.PermissionsRead && granted.PermissionsViewAllRecords && !granted.PermissionsEdit);
      FieldPermissions field = [SELECT PermissionsEdit FROM FieldPermissions
        WHERE Parent.Name = 'Reader' AND Field = 'Account.Phone'];
      Assert.isFalse(field.PermissionsEdit);
      Id permission = [SELECT Id FROM CustomPermission WHERE DeveloperName = 'Reads'].Id;
      Assert.areEqual('Reader', [SELECT Parent.Name FROM SetupEntityAccess WHERE SetupEntityId = :permission].Parent.Name);
      Assert.areEqual(1, [SELECT COUNT() FROM ObjectPermissions
        WHERE SobjectType = 'Account' AND PermissionsDelete = TRUE AND Parent.Profile.Name = 'System Administrator']);
      Assert.areEqual(0, [SELECT COUNT() FROM ObjectPermissions
        WHERE SobjectType = 'Account' AND Parent.Profile.Name = 'Minimum Access - Salesforce']);
    }
    @IsTest static void profilesSayWhatTheyPermit() {
      Profile user = [SELECT PermissionsRunReports, PermissionsViewAllData FROM Profile WHERE Name = 'Standard User'];
      Assert.isTrue(user.PermissionsRunReports && !user.PermissionsViewAllData);
    }
    @IsTest static void aSetThatIsPutIntoAGroupGrants() {
      PermissionSetGroup readers = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Readers'];
      PermissionSet reader = [SELECT Id FROM PermissionSet WHERE Name = 'Reader'];
      User someone = newUser();
      System.runAs(new User(Id = UserInfo.getUserId())) {
        insert new PermissionSetGroupComponent(PermissionSetGroupId = readers.Id, PermissionSetId = reader.Id);
        Test.calculatePermissionSetGroup(readers.Id);
        insert new PermissionSetAssignment(PermissionSetGroupId = readers.Id, AssigneeId = someone.Id);
      }
      System.runAs(someone) {
        Assert.isTrue(Schema.SObjectType.Account.isAccessible());
        Assert.isTrue(Schema.SObjectType.Account.fields.Phone.isAccessible());
        try {
          Integer found = [SELECT COUNT() FROM Account WHERE Fax = '1' WITH USER_MODE];
          Assert.fail();
        } catch (QueryException refused) {
          Assert.areEqual(new Set<String>{ 'Fax' }, refused.getInaccessibleFields().get('Account'));
        }
      }
    }
    ${newUser}
  }`;
  passesInOrg([tests], files);
});

test('apps and cache partitions are rows', () => {
  const tests = `@IsTest private class AppRowsTest {
    public class Words implements Cache.CacheBuilder {
      public Object doLoad(String key) { return key; }
    }
    @IsTest static void rows() {
      AppMenuItem item = [SELECT ApplicationId, Label FROM AppMenuItem WHERE Name = 'Reading'];
      Assert.areEqual('Reading room', item.Label);
      AppLauncher.AppMenu.setOrgSortOrder(new List<Id>{ item.ApplicationId });
      Assert.areEqual(1, [SELECT SortOrder FROM AppMenuItem WHERE Name = 'Reading'].SortOrder);
      Assert.areEqual('Shelf', [SELECT DeveloperName FROM PlatformCachePartition].DeveloperName);
      Cache.OrgPartition shelf = Cache.Org.getPartition('local.Shelf');
      Assert.areEqual('word', shelf.get(Words.class, 'word'));
      Assert.areEqual(1, shelf.getNumKeys());
      shelf.remove(Words.class, 'word');
      Assert.areEqual(0, shelf.getNumKeys());
    }
    @IsTest static void inputsOfConnectHoldWhatTheyAreGiven() {
      ConnectApi.NamedCredentialInput input = new ConnectApi.NamedCredentialInput();
      Assert.isNull(input.masterLabel);
      input.masterLabel = 'x';
      Assert.areEqual('x', input.masterLabel);
    }
    @IsTest(SeeAllData=true) static void followsNothing() {
      Assert.areEqual(0, ConnectApi.ChatterUsers.getFollowings(null, UserInfo.getUserId()).total);
    }
  }`;
  passesInOrg([tests], files);
});
