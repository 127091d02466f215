import { test } from 'node:test';
import { lookup, objectFiles } from '../../../automation/test-support/metadata.ts';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('messages', () => {
  passesInOrg([
    `@IsTest class MailTest {
      private static Messaging.SingleEmailMessage message(String address) {
        Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
        mail.setToAddresses(new List<String>{ address });
        mail.setSubject('Hello');
        mail.setPlainTextBody('World');
        return mail;
      }
      @IsTest static void sent() {
        List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ message('a@example.com') });
        Assert.isTrue(results[0].isSuccess());
        Assert.areEqual(1, Limits.getEmailInvocations());
      }
      @IsTest static void refused() {
        List<Messaging.Email> mails = new List<Messaging.Email>{ message('nobody') };
        Assert.areEqual(StatusCode.INVALID_EMAIL_ADDRESS, Messaging.sendEmail(mails, false)[0].getErrors()[0].getStatusCode());
        try { Messaging.sendEmail(mails); Assert.fail(); } catch (EmailException e) {
          Assert.isTrue(e.getMessage().startsWith('SendEmail failed. First exception on row 0; first error: INVALID_EMAIL_ADDRESS'));
        }
      }
    }`,
  ]);
});

test('the cache keeps copies, by partition', () => {
  passesInOrg([
    `@IsTest class CacheTest {
      class Loader implements Cache.CacheBuilder {
        public Object doLoad(String key) { return 'loaded ' + key; }
      }
      @IsTest static void partition() {
        Cache.OrgPartition part = Cache.Org.getPartition('local.Part');
        List<String> words = new List<String>{ 'a' };
        part.put('words', words);
        words.add('b');
        Assert.areEqual(1, ((List<String>) part.get('words')).size());
        Assert.isTrue(part.contains('words'));
        Assert.areEqual(new Set<String>{ 'words' }, part.getKeys());
        Assert.isNull(Cache.Org.getPartition('local.Other').get('words'));
        Assert.isTrue(part.remove('words'));
        Assert.isNull(part.get('words'));
      }
      @IsTest static void builder() {
        Assert.areEqual('loaded k', Cache.Session.getPartition('local.Part').get(Loader.class, 'k'));
      }
      @IsTest static void badKeys() {
        try { Cache.Org.getPartition('local.Part').put('no spaces', 1); Assert.fail(); } catch (Cache.InvalidParamException e) { return; }
      }
    }`,
  ]);
});

test('custom settings and custom metadata', () => {
  const options = (type: string): string =>
    `<CustomObject><label>Options</label><pluralLabel>Options</pluralLabel><customSettingsType>${type}</customSettingsType><visibility>Public</visibility></CustomObject>`;
  const field = (name: string): string =>
    `<CustomField><fullName>${name}</fullName><label>${name}</label><type>Text</type><length>20</length></CustomField>`;
  passesInOrg(
    [
      `@IsTest class SettingTest {
        @IsTest static void hierarchy() {
          Assert.isNull(Options__c.getOrgDefaults().Id);
          insert new Options__c(SetupOwnerId = UserInfo.getOrganizationId(), Color__c = 'red', Shape__c = 'round');
          insert new Options__c(SetupOwnerId = UserInfo.getUserId(), Color__c = 'blue');
          Assert.areEqual('red', Options__c.getOrgDefaults().Color__c);
          Assert.areEqual('blue', Options__c.getInstance().Color__c);
          Assert.areEqual('round', Options__c.getInstance().Shape__c);
          Assert.isNull(Options__c.getValues(UserInfo.getUserId()).Shape__c);
          Assert.areEqual('red', Options__c.getInstance(UserInfo.getProfileId()).Color__c);
          Assert.areEqual(0, Limits.getQueries());
        }
        @IsTest static void lists() {
          insert new Choice__c(Name = 'One', Value__c = '1');
          Assert.areEqual('1', Choice__c.getInstance('one').Value__c);
          Assert.areEqual('1', Choice__c.getValues('One').Value__c);
          Assert.areEqual(new Set<String>{ 'One' }, Choice__c.getAll().keySet());
        }
        @IsTest static void metadata() {
          Assert.areEqual('10', Threshold__mdt.getInstance('high').Limit__c);
          Assert.areEqual(2, Threshold__mdt.getAll().size());
          Assert.isNull(Threshold__mdt.getInstance('None'));
        }
      }`,
    ],
    {
      'objects/Options__c/Options__c.object-meta.xml': options('Hierarchy'),
      'objects/Options__c/fields/Color__c.field-meta.xml': field('Color__c'),
      'objects/Options__c/fields/Shape__c.field-meta.xml': field('Shape__c'),
      'objects/Choice__c/Choice__c.object-meta.xml': options('List'),
      'objects/Choice__c/fields/Value__c.field-meta.xml': field('Value__c'),
      'objects/Threshold__mdt/Threshold__mdt.object-meta.xml':
        '<CustomObject><label>Threshold</label><pluralLabel>Thresholds</pluralLabel><visibility>Public</visibility></CustomObject>',
      'objects/Threshold__mdt/fields/Limit__c.field-meta.xml': field('Limit__c'),
      ...Object.fromEntries(
        [
          ['Low', '1'],
          ['High', '10'],
        ].map(([name, value]) => [
          `customMetadata/Threshold.${name}.md-meta.xml`,
          `<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${name}</label><protected>false</protected><values><field>Limit__c</field><value xsi:type="xsd:string">${value}</value></values></CustomMetadata>`,
        ]),
      ),
    },
  );
});

test('stubs', () => {
  passesInOrg([
    `public virtual class Greeter {
      public virtual String greet(String name, Integer times) { return 'real'; }
      public Double half(Double value) { return value / 2; }
      public String call() { return greet('x', 1); }
    }`,
    `public interface Shape { Decimal area(); }`,
    `@IsTest class StubTest implements StubProvider {
      private List<String> seen = new List<String>();
      public Object handleMethodCall(Object stub, String method, Type returns, List<Type> types, List<String> names, List<Object> args) {
        seen.add(method + ' ' + returns + ' ' + types + ' ' + names + ' ' + args);
        if (method == 'half') return 0.25d;
        if (method == 'area') return 2.50;
        return 'stubbed';
      }
      @IsTest static void classes() {
        StubTest provider = new StubTest();
        Greeter greeter = (Greeter) Test.createStub(Greeter.class, provider);
        Assert.areEqual('stubbed', greeter.greet('Ada', 2));
        Assert.areEqual(0.25d, greeter.half(1.0d));
        Assert.areEqual('stubbed', greeter.call());
        Assert.areEqual('greet String (String, Integer) (name, times) (Ada, 2)', provider.seen[0]);
        Assert.areEqual('half Double (Double) (value) (1.0)', provider.seen[1]);
      }
      @IsTest static void interfaces() {
        Assert.areEqual(2.50, ((Shape) Test.createStub(Shape.class, new StubTest())).area());
      }
    }`,
  ]);
});

test('what a user may not see is taken out', () => {
  passesInOrg(
    [
      `@IsTest class StripTest {
        @IsTest static void readable() {
          User reader = new User(Username = 'reader@example.com.strip', LastName = 'R', Alias = 'r', Email = 'r@example.com',
            TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8',
            ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
          insert reader;
          List<Bear__c> bears = new List<Bear__c>{ new Bear__c(Name = 'A', Secret__c = 'x') };
          SObjectAccessDecision all = Security.stripInaccessible(AccessType.CREATABLE, bears);
          Assert.areEqual(0, all.getModifiedIndexes().size());
          System.runAs(reader) {
            SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, bears, false);
            Assert.areEqual(new Set<Integer>{ 0 }, decision.getModifiedIndexes());
            Assert.isTrue(decision.getRemovedFields().get('Bear__c').contains('Secret__c'));
            Assert.isFalse(decision.getRecords()[0].isSet('Secret__c'));
            try { Security.stripInaccessible(AccessType.CREATABLE, bears); Assert.fail(); } catch (NoAccessException e) { return; }
          }
        }
      }`,
    ],
    objectFiles('Bear__c', { fields: { Secret__c: { type: 'Text', length: 20 } } }),
  );
});

test('formulas and field sets', () => {
  passesInOrg(
    [
      `@IsTest class FormulaTest {
        global class Box { global Decimal size { get; set; } global Bear__c bear { get; set; } }
        @IsTest static void records() {
          Bear__c bear = new Bear__c(Name = 'A', Weight__c = 4);
          bear.recalculateFormulas();
          Assert.areEqual(8, bear.Twice__c);
          FormulaEval.FormulaInstance formula = Formula.builder().withType(Bear__c.SObjectType).withReturnType(FormulaEval.FormulaReturnType.BOOLEAN).withFormula('Weight__c > 3').build();
          Assert.areEqual(true, formula.evaluate(bear));
          Assert.areEqual(new Set<String>{ 'Weight__c' }, formula.getReferencedFields());
        }
        @IsTest static void instances() {
          Box box = new Box();
          box.size = 2;
          box.bear = new Bear__c(Weight__c = 5);
          FormulaEval.FormulaInstance formula = Formula.builder().withType(Box.class).withReturnType(FormulaEval.FormulaReturnType.INTEGER).withFormula('size * bear.Weight__c').build();
          Assert.areEqual(10, formula.evaluate(box));
        }
        @IsTest static void mistakes() {
          try {
            Formula.builder().withType(Bear__c.SObjectType).withReturnType(FormulaEval.FormulaReturnType.STRING).withFormula('Nope__c').build();
            Assert.fail();
          } catch (FormulaValidationException e) { Assert.isTrue(e.getMessage().contains('Nope__c'), e.getMessage()); }
        }
        @IsTest static void fieldSets() {
          Schema.FieldSet shown = Bear__c.SObjectType.getDescribe().fieldSets.getMap().get('shown');
          Assert.areEqual('Shown', shown.getLabel());
          Assert.areEqual('Shown', SObjectType.Bear__c.FieldSets.shown.getName());
          Assert.areEqual(1, Schema.SObjectType.Bear__c.fieldSets.getMap().size());
          Assert.isTrue(Schema.SObjectType.Bear__c.custom);
          Assert.areEqual('Weight__c', shown.getFields()[0].getFieldPath());
          Assert.isTrue(shown.getFields()[0].getRequired());
          Assert.areEqual(Schema.DisplayType.STRING, shown.getFields()[1].getType());
        }
      }`,
    ],
    {
      ...objectFiles('Bear__c', {
        fields: {
          Weight__c: { type: 'Number', precision: 5, scale: 0 },
          Twice__c: { type: 'Number', precision: 5, scale: 0, formula: 'Weight__c * 2' },
          Owner_Account__c: lookup('Account', 'Bears'),
        },
      }),
      'objects/Bear__c/fieldSets/Shown.fieldSet-meta.xml':
        '<FieldSet><fullName>Shown</fullName><label>Shown</label><description>Shown fields</description><displayedFields><field>Weight__c</field><isFieldManaged>false</isFieldManaged><isRequired>true</isRequired></displayedFields><displayedFields><field>Owner_Account__r.Name</field><isFieldManaged>false</isFieldManaged><isRequired>false</isRequired></displayedFields></FieldSet>',
    },
  );
});

test('types', () => {
  passesInOrg([
    `public class Maker { public Integer made = 1; }`,
    `public abstract class NoMaker { }`,
    `@IsTest class TypeTest {
      @IsTest static void byName() {
        Assert.areEqual(1, ((Maker) Type.forName('maker').newInstance()).made);
        Assert.isNull(Type.forName('Nobody'));
        Assert.areEqual('Maker', Maker.class.getName());
        Assert.areEqual('System.DmlException', DmlException.class.getName());
        Assert.areEqual(Maker.class, Type.forName('Maker'));
        Assert.isTrue(Type.forName('List<String>').newInstance() instanceof List<String>);
        Assert.isTrue(Object.class.isAssignableFrom(Maker.class));
        Assert.isFalse(Maker.class.isAssignableFrom(Object.class));
        try { NoMaker.class.newInstance(); Assert.fail(); } catch (TypeException e) { return; }
      }
      @IsTest static void users() {
        Assert.isTrue(UserInfo.getUserId().startsWith('005'));
        try { UserInfo.isCurrentUserLicensed('acme'); Assert.fail(); } catch (TypeException e) { Assert.isNotNull(e.getMessage()); }
        Assert.areEqual('00D', UserInfo.getOrganizationId().left(3));
        Assert.areEqual(UserInfo.getName(), [SELECT Name FROM User WHERE Id = :UserInfo.getUserId()].Name);
        Assert.isFalse(FeatureManagement.checkPermission('Nothing'));
        Assert.isFalse(System.isBatch() || System.isFuture() || System.isQueueable());
        Assert.areEqual(Quiddity.RUNTEST_SYNC, Request.getCurrent().getQuiddity());
      }
    }`,
  ]);
});

test('values that a picklist lacks are sorted by their text, after those it has', () => {
  passesInOrg([
    `@IsTest class OrderTest {
      private static String ratings(String direction) {
        List<String> found = new List<String>();
        for (Account a : Database.query('SELECT Rating FROM Account ORDER BY Rating ' + direction)) found.add(a.Rating);
        return String.join(found, ' ');
      }
      @IsTest static void byPosition() {
        for (String rating : new List<String>{ 'Zeal', 'Hot', 'Apt', 'Cold' }) insert new Account(Name = 'A', Rating = rating);
        Assert.areEqual('Hot Cold Apt Zeal', ratings('ASC'));
        Assert.areEqual('Zeal Apt Cold Hot', ratings('DESC'));
      }
    }`,
  ]);
});

test('metadata is put together, and not deployed in tests', () => {
  passesInOrg([
    `@IsTest class DeployTest {
      @IsTest static void container() {
        Metadata.CustomMetadata row = new Metadata.CustomMetadata();
        row.fullName = 'Rule.First';
        Metadata.DeployContainer container = new Metadata.DeployContainer();
        container.addMetadata(row);
        Assert.areEqual('Rule.First', container.getMetadata()[0].fullName);
        try { Metadata.Operations.enqueueDeployment(container, null); Assert.fail(); } catch (AsyncException e) {
          Assert.areEqual('Metadata cannot be deployed from within a test', e.getMessage());
        }
        Assert.isTrue(container.removeMetadataByFullName('Rule.First'));
        Metadata.DeployResult result = (Metadata.DeployResult) JSON.deserialize('{"done":true,"status":"Failed"}', Metadata.DeployResult.class);
        Assert.areEqual(Metadata.DeployStatus.Failed, result.status);
      }
    }`,
  ]);
});

test('a set controller turns the pages of its records, and saves what its prototype says', () => {
  passesInOrg([
    `@IsTest class PagesTest {
      private static ApexPages.StandardSetController controllerOf(Integer count) {
        List<Account> accounts = new List<Account>();
        for (Integer i = 0; i < count; i++) accounts.add(new Account(Name = 'A' + String.valueOf(i).leftPad(3, '0')));
        insert accounts;
        return new ApexPages.StandardSetController(Database.getQueryLocator([SELECT Name, Rating FROM Account ORDER BY Name]));
      }
      @IsTest static void turnsPages() {
        ApexPages.StandardSetController controller = controllerOf(45);
        Assert.areEqual(20, controller.getPageSize());
        Assert.areEqual(45, controller.getResultSize());
        Assert.isTrue(controller.getCompleteResult() && controller.getHasNext() && !controller.getHasPrevious());
        controller.last();
        Assert.areEqual(3, controller.getPageNumber());
        Assert.areEqual(5, controller.getRecords().size());
        Assert.areEqual('A040', ((List<Account>) controller.getRecords())[0].Name);
        controller.next();
        Assert.areEqual(3, controller.getPageNumber());
        controller.setPageSize(50);
        Assert.areEqual(1, controller.getPageNumber());
        Assert.areEqual(45, controller.getRecords().size());
      }
      @IsTest static void savesTheSelected() {
        ApexPages.StandardSetController controller = controllerOf(3);
        controller.setSelected(new List<Account>{ (Account) controller.getRecords()[1] });
        ((Account) controller.getRecord()).Rating = 'Hot';
        controller.save();
        Assert.areEqual('A001', [SELECT Name FROM Account WHERE Rating = 'Hot'].Name);
        Assert.areEqual(1, controller.getSelected().size());
      }
      @IsTest static void ofAList() {
        List<Account> accounts = new List<Account>{ new Account(Name = 'New') };
        ApexPages.StandardSetController controller = new ApexPages.StandardSetController(accounts);
        controller.save();
        Assert.isNotNull(accounts[0].Id);
        Assert.areEqual(0, new ApexPages.StandardSetController(new List<Account>()).getRecords().size());
      }
    }`,
  ]);
});
