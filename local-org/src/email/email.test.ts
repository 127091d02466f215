import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { OpenOrg } from '../org/test-support/open-org.ts';

const template = (name: string, type: string, subject: string, more = '') =>
  `<EmailTemplate><available>true</available><encodingKey>UTF-8</encodingKey><name>${name}</name><style>none</style>
   <subject>${subject}</subject><type>${type}</type>${more}</EmailTemplate>`;

const input = (name: string, value: string) =>
  `<inputParameters><name>${name}</name><value>${value}</value></inputParameters>`;

const files = {
  'objects/Widget__c/Widget__c.object-meta.xml': `<CustomObject><label>Widget</label><pluralLabel>Widgets</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField><deploymentStatus>Deployed</deploymentStatus>
    <sharingModel>ReadWrite</sharingModel><enableActivities>true</enableActivities></CustomObject>`,
  'objects/Widget__c/fields/Price__c.field-meta.xml':
    '<CustomField><fullName>Price__c</fullName><label>Price</label><type>Currency</type><precision>10</precision><scale>2</scale></CustomField>',
  'objects/Widget__c/fields/Account__c.field-meta.xml':
    '<CustomField><fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Widgets</relationshipName></CustomField>',
  'flows/Write.flow-meta.xml': `<Flow><apiVersion>66.0</apiVersion><label>Write</label><processType>AutoLaunchedFlow</processType><status>Active</status>
    <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>Mail</targetReference></connector></start>
    <actionCalls><name>Mail</name><label>Mail</label><locationX>0</locationX><locationY>0</locationY><actionName>emailSimple</actionName><actionType>emailSimple</actionType>
      ${input('emailAddresses', '<elementReference>recipients</elementReference>')}${input('ccRecipientAddressList', '<stringValue>copy@example.com</stringValue>')}
      ${input('emailSubject', '<stringValue>From a flow</stringValue>')}${input('emailBody', '<stringValue>&lt;p&gt;Body&lt;/p&gt;</stringValue>')}
      ${input('sendRichBody', '<booleanValue>true</booleanValue>')}</actionCalls>
    <formulas><name>recipients</name><dataType>String</dataType><expression>{!to} &amp; ", second@example.com"</expression></formulas>
    <variables><name>to</name><dataType>String</dataType><isCollection>false</isCollection><isInput>true</isInput><isOutput>false</isOutput></variables></Flow>`,
  'email/Shop.emailFolder-meta.xml':
    '<EmailFolder><accessType>Public</accessType><name>Shop Emails</name><publicFolderAccess>ReadOnly</publicFolderAccess></EmailFolder>',
  'email/Shop/Plain.email-meta.xml': template('Plain', 'text', 'About {!Widget__c.Name}'),
  'email/Shop/Plain.email':
    'Dear {!NullValue(Contact.FirstName, "customer")}, {!Widget__c.Name} of {!Widget__c.Account__c} costs {!Widget__c.Price__c}. {!User.LastName}, {!Organization.Name}',
  'email/Shop/Lightning.email-meta.xml': template(
    'Lightning',
    'custom',
    'Hi {{{Recipient.LastName}}}',
    '<uiType>SFX</uiType>',
  ),
  'email/Shop/Lightning.email':
    '<p>{{{Recipient.LastName}}} at {{{Recipient.Account.Name}}} from {{{Sender.Email}}}</p>',
  'email/Shop/Wrong.email-meta.xml': template('Wrong', 'text', 'x'),
  'email/Shop/Wrong.email': '{!Widget__c.Colour__c}',
};

describe('email', () => {
  let org: OpenOrg;
  let account: string;
  let contact: string;
  let widget: string;
  before(() => {
    org = new OpenOrg(files);
    account = org.insert('Account', { Name: 'Ada & Sons' });
    contact = org.insert('Contact', { LastName: 'O<b>', Email: 'ob@example.com', AccountId: account });
    widget = org.insert('Widget__c', { Name: 'Cog', Account__c: account });
    org.apex(`update new Widget__c(Id = '${widget}', Price__c = 1234.5);`);
  });
  after(() => org.close());

  const templateId = (name: string) =>
    String(org.query(`SELECT Id FROM EmailTemplate WHERE DeveloperName = '${name}'`)[0]);
  const run = (source: string): string => {
    const { exceptionMessage, compileProblem, debugLog } = org.apex(source);
    return exceptionMessage ?? compileProblem ?? debugLog.split('USER_DEBUG').slice(1).join();
  };
  const send = (lines: string, more = '') =>
    run(`Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage(); ${lines}
         Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m }); ${more}`);
  const newest = () => String(org.query('SELECT Id FROM LocalSentEmail ORDER BY MessageDate DESC, Id DESC LIMIT 1')[0]);

  it('keeps what was sent, with files, and no more than what was committed', () => {
    assert.equal(
      send(`m.setToAddresses(new List<String>{'a@example.com'}); m.setCcAddresses(new List<String>{'${contact}'});
            m.setSubject('Hello'); m.setPlainTextBody('text'); m.setHtmlBody('<b>html</b>');
            Messaging.EmailFileAttachment f = new Messaging.EmailFileAttachment(); f.setFileName('a.txt');
            f.setContentType('text/plain'); f.setBody(Blob.valueOf('file'));
            m.setFileAttachments(new List<Messaging.EmailFileAttachment>{f});`),
      '',
    );
    const sent = newest();
    assert.deepEqual(
      org.read(
        'LocalSentEmail',
        sent,
        'ToAddress',
        'CcAddress',
        'Subject',
        'TextBody',
        'HtmlBody',
        'CountedRecipients',
      ),
      ['a@example.com', 'ob@example.com', 'Hello', 'text', '<b>html</b>', 2],
    );
    assert.deepEqual(org.query(`SELECT Name FROM LocalSentEmailFile WHERE SentEmailId = '${sent}'`), ['a.txt']);
    send(
      `m.setToAddresses(new List<String>{'a@example.com'}); m.setSubject('Never'); m.setPlainTextBody('x');`,
      `Integer zero = 0; Integer bad = 1 / zero;`,
    );
    assert.deepEqual(org.query(`SELECT Id FROM LocalSentEmail WHERE Subject = 'Never'`), []);
    send(
      `Savepoint sp = Database.setSavepoint(); m.setToAddresses(new List<String>{'a@example.com'}); m.setSubject('Undone'); m.setPlainTextBody('x');`,
      'Database.rollback(sp);',
    );
    assert.deepEqual(org.query(`SELECT Id FROM LocalSentEmail WHERE Subject = 'Undone'`), []);
  });

  it('merges classic and Lightning templates', () => {
    send(`m.setTargetObjectId('${contact}'); m.setWhatId('${widget}'); m.setTemplateId('${templateId('Plain')}');`);
    assert.deepEqual(org.read('LocalSentEmail', newest(), 'Subject', 'TextBody'), [
      'About Cog',
      'Dear customer, Cog of Ada & Sons costs $1,234.50. Administrator, Local Org',
    ]);
    send(`m.setTargetObjectId('${contact}'); m.setTemplateId('${templateId('Lightning')}');`);
    assert.deepEqual(org.read('LocalSentEmail', newest(), 'Subject', 'HtmlBody'), [
      'Hi O<b>',
      '<p>O&lt;b&gt; at Ada &amp; Sons from admin@example.com</p>',
    ]);
    assert.match(
      send(`m.setTargetObjectId('${contact}'); m.setWhatId('${widget}'); m.setTemplateId('${templateId('Wrong')}');`),
      /EMAIL_TEMPLATE_MERGEFIELD_ERROR.*Colour__c/,
    );
    assert.match(
      run(
        `System.debug(Messaging.renderStoredEmailTemplate('${templateId('Plain')}', '${contact}', '${widget}').getSubject());`,
      ),
      /About Cog/,
    );
    assert.match(
      run(
        `System.debug(Messaging.renderEmailTemplate('${contact}', null, new List<String>{'Hi {!Contact.LastName}', '{!Contact.Nothing}'}));`,
      ),
      /RenderEmailTemplateBodyResult/,
    );
  });

  it('files an email under its contact and record', () => {
    send(
      `m.setTargetObjectId('${contact}'); m.setWhatId('${widget}'); m.setSubject('Filed'); m.setPlainTextBody('body');`,
    );
    const [message] = org.query(
      `SELECT Id FROM EmailMessage WHERE Subject = 'Filed' AND RelatedToId = '${widget}' AND Status = '3'`,
    );
    assert.deepEqual(
      org.query(`SELECT RelationId FROM EmailMessageRelation WHERE EmailMessageId = '${String(message)}'`),
      [contact],
    );
    assert.deepEqual(
      org.query(
        `SELECT Subject FROM Task WHERE WhoId = '${contact}' AND WhatId = '${widget}' AND IsClosed = TRUE AND Subject LIKE '%Filed'`,
      ),
      ['Email: Filed'],
    );
  });

  it('refuses what the platform refuses, with its status codes', () => {
    const refused = (lines: string, code: RegExp) => assert.match(send(lines), code);
    const body = `m.setPlainTextBody('x');`;
    refused(
      `${body} m.setToAddresses(new List<String>{'nobody'});`,
      /first error: INVALID_EMAIL_ADDRESS, Email address is invalid: nobody/,
    );
    refused(`${body} m.setToAddresses(new List<String>{'a@b'});`, /INVALID_EMAIL_ADDRESS/);
    refused(body, /REQUIRED_FIELD_MISSING, Add a recipient/);
    refused(`m.setToAddresses(new List<String>{'a@example.com'});`, /REQUIRED_FIELD_MISSING, Missing body/);
    refused(`${body} m.setTargetObjectId(UserInfo.getUserId());`, /INVALID_SAVE_AS_ACTIVITY_FLAG/);
    refused(
      `${body} m.setSaveAsActivity(false); m.setTargetObjectId(UserInfo.getUserId()); m.setWhatId('${widget}');`,
      /INVALID_ID_FIELD, WhatId is not available/,
    );
    refused(`${body} m.setTargetObjectId('${account}');`, /INVALID_ID_FIELD, Only User, Contact, Lead/);
    refused(
      `m.setToAddresses(new List<String>{'a@example.com'}); m.setTemplateId('${templateId('Plain')}');`,
      /Missing targetObjectId with template/,
    );
  });

  it('sends the good ones when not all or none', () => {
    const log = run(`
      Messaging.SingleEmailMessage good = new Messaging.SingleEmailMessage();
      good.setToAddresses(new List<String>{'ok@example.com'}); good.setSubject('Partly'); good.setPlainTextBody('x');
      Messaging.SingleEmailMessage bad = new Messaging.SingleEmailMessage();
      bad.setToAddresses(new List<String>{'bad'}); bad.setSubject('Partly'); bad.setPlainTextBody('x');
      List<Messaging.SendEmailResult> r = Messaging.sendEmail(new List<Messaging.Email>{ good, bad }, false);
      System.debug(r[0].isSuccess() + ' ' + r[1].getErrors()[0].getStatusCode() + ' ' + Limits.getEmailInvocations());`);
    assert.match(log, /true INVALID_EMAIL_ADDRESS 1/);
    assert.equal(org.query(`SELECT Id FROM LocalSentEmail WHERE Subject = 'Partly'`).length, 1);
  });

  it('marks bounced addresses, and sends no more to them until they are replaced', () => {
    const bouncing = org.insert('Contact', { LastName: 'Gone', Email: 'gone+bounce@example.com' });
    const write = `m.setTargetObjectId('${bouncing}'); m.setSubject('Back'); m.setPlainTextBody('x');`;
    assert.equal(send(write), '');
    assert.equal(org.read('LocalSentEmail', newest(), 'Status')[0], 'Bounced');
    const [date, reason, flag] = org.read(
      'Contact',
      bouncing,
      'EmailBouncedDate',
      'EmailBouncedReason',
      'IsEmailBounced',
    );
    assert.ok(date !== null && flag === true);
    assert.match(String(reason), /^550/);
    assert.deepEqual(org.query(`SELECT IsBounced FROM EmailMessage WHERE Subject = 'Back'`), [true]);
    assert.match(send(write), /EMAIL_ADDRESS_BOUNCED/);
    org.update('Contact', { Id: bouncing, Email: 'new@example.com' });
    assert.deepEqual(org.read('Contact', bouncing, 'EmailBouncedDate', 'IsEmailBounced'), [null, false]);
    assert.equal(send(write), '');
    org.update('LocalSentEmail', { Id: newest(), Status: 'Bounced', BounceReason: 'Mailbox full' });
    assert.deepEqual(org.read('Contact', bouncing, 'EmailBouncedReason'), ['Mailbox full']);
  });

  it('sends from flows', () => {
    const start = (inputs: Record<string, string>) => org.run((tx) => tx.org.flows.start(tx, 'Write', inputs));
    start({ to: 'flow@example.com' });
    assert.deepEqual(
      org.read('LocalSentEmail', newest(), 'ToAddress', 'CcAddress', 'Subject', 'HtmlBody', 'TextBody'),
      ['flow@example.com; second@example.com', 'copy@example.com', 'From a flow', '<p>Body</p>', null],
    );
    assert.throws(() => start({ to: 'nobody' }), /INVALID_EMAIL_ADDRESS/);
  });

  it('counts invocations and the recipients of the day', () => {
    assert.match(
      run(`for (Integer i = 0; i < 11; i++) Messaging.sendEmail(new List<Messaging.SingleEmailMessage>());`),
      /Too many Email Invocations: 11/,
    );
    assert.match(run('Messaging.reserveSingleEmailCapacity(5000);'), /daily limit for the org would be exceeded/);
    assert.equal(run('Messaging.reserveSingleEmailCapacity(1000);'), '');
  });
});
