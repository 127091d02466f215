import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NotSupported } from '../schema/errors.ts';
import { OpenOrg } from '../org/test-support/open-org.ts';

const object = (label: string, more = '') =>
  `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>
   <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>${more}</CustomObject>`;
const field = (name: string, more: string) =>
  `<CustomField><fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${more}</CustomField>`;
const page = '<ApexPage><apiVersion>66.0</apiVersion><label>A page</label></ApexPage>';
const component = '<ApexComponent><apiVersion>66.0</apiVersion><label>A component</label></ApexComponent>';

const pages: Record<string, string> = {
  Order: `<apex:page standardController="Order_Item__c" extensions="OrderExtension" showHeader="false" standardStylesheets="false" applyBodyTag="false">
    <body class="{!IF(large, 'large', 'small')}">
    <h1>{!Order_Item__c.Name} &amp; {!$Organization.Name}</h1>
    <apex:outputText value="{0,number,#,##0.00} on {1,date,d MMMM yyyy}"><apex:param value="{!Order_Item__c.Price__c}"/><apex:param value="{!Order_Item__c.Due__c}"/></apex:outputText>
    <apex:outputPanel layout="block" styleClass="note" rendered="{!large &amp;&amp; !ISBLANK(Order_Item__c.Account__r.Name)}">{!Order_Item__c.Account__r.Name}</apex:outputPanel>
    <apex:variable var="count" value="{!lines.size}"/><i>{!count}</i>
    <apex:repeat value="{!lines}" var="line"><li title="{!line.label}">{!line.label}:{!rates[line.label]}:{!line.tags[0]}</li></apex:repeat>
    <apex:outputField value="{!Order_Item__c.Price__c}"/>
    <p>{!$CurrentPage.parameters.note}</p><p>{!HTMLENCODE('x')} {!nothing} {!IF(nothing == null, 'none', 'some')} {!flag}</p>
    <apex:outputText value="<b>{!line0}</b>" escape="false"/>
    <img src="{!URLFOR($Resource.Logo)}"/><apex:image url="{!$Resource.Logo}" width="10"/>
    <c:Address name="{!Order_Item__c.Name}"><em>inside</em></c:Address>
    <apex:outputLink value="/apex/Other"><apex:param name="id" value="1&amp;2"/>go</apex:outputLink>
    {!$ObjectType.Order_Item__c.fields.Price__c.label}
    </body>
  </apex:page>`,
  Plain: `<apex:page controller="PlainController" title="Plain" action="{!init}">
    <apex:pageMessages/><apex:dataTable value="{!accounts}" var="a"><apex:column headerValue="Name" value="{!a.Name}"/><apex:column value="{!a.Industry}"/></apex:dataTable>
    <apex:pageBlock title="Block"><apex:pageBlockSection columns="1"><apex:outputField value="{!first.Industry}"/></apex:pageBlockSection></apex:pageBlock>
    </apex:page>`,
  Form: `<apex:page><apex:form><apex:commandButton value="Save"/></apex:form></apex:page>`,
  Wrong: `<apex:page controller="PlainController">{!missing.thing}</apex:page>`,
  Frame: `<apex:page><header><apex:insert name="title">Default</apex:insert></header></apex:page>`,
  Framed: `<apex:page><apex:composition template="Frame"><apex:define name="title">Mine</apex:define></apex:composition></apex:page>`,
  Pdf: `<apex:page renderAs="pdf" standardStylesheets="false">Printed</apex:page>`,
};

const files: Record<string, string> = {
  'objects/Order_Item__c/Order_Item__c.object-meta.xml': object('Order Item'),
  'objects/Order_Item__c/fields/Price__c.field-meta.xml': field(
    'Price__c',
    '<type>Currency</type><precision>10</precision><scale>2</scale>',
  ),
  'objects/Order_Item__c/fields/Due__c.field-meta.xml': field('Due__c', '<type>Date</type>'),
  'objects/Order_Item__c/fields/Account__c.field-meta.xml': field(
    'Account__c',
    '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Items</relationshipName>',
  ),
  'staticresources/Logo.resource-meta.xml':
    '<StaticResource><cacheControl>Public</cacheControl><contentType>image/svg+xml</contentType></StaticResource>',
  'staticresources/Logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#123456"/></svg>',
  'components/Address.component': `<apex:component><apex:attribute name="name" type="String" required="true" description="Who"/><address>{!name}<apex:componentBody/></address></apex:component>`,
  'components/Address.component-meta.xml': component,
  'classes/OrderExtension.cls': `public with sharing class OrderExtension {
    public class Line { public String label { get; set; } public List<String> tags { get; set; } }
    private final Order_Item__c item;
    public Boolean large { get { return item.Price__c > 1000; } }
    public OrderExtension(ApexPages.StandardController controller) { item = (Order_Item__c) controller.getRecord(); }
    public List<Line> getLines() { List<Line> result = new List<Line>(); for (String name : new List<String>{'a', '<b>'}) { Line l = new Line(); l.label = name; l.tags = new List<String>{ name + '!' }; result.add(l); } return result; }
    public Map<String, Decimal> getRates() { return new Map<String, Decimal>{ 'a' => 1.50, '<b>' => 2 }; }
    public String getNothing() { return null; }
    public Boolean getFlag() { return true; }
    public String getLine0() { return 'bold'; }
  }`,
  'classes/PlainController.cls': `public class PlainController {
    public List<Account> accounts { get; private set; }
    public Account first { get { return accounts[0]; } }
    public PageReference init() {
      accounts = [SELECT Name, Industry FROM Account ORDER BY Name];
      ApexPages.addMessage(new ApexPages.Message(ApexPages.Severity.INFO, 'Hello <you>'));
      if (ApexPages.currentPage().getParameters().get('go') == 'away') { PageReference next = Page.Order; next.getParameters().put('id', 'x y'); return next; }
      return null;
    }
  }`,
  'classes/PageTest.cls': `@IsTest private class PageTest {
    @IsTest static void controllers() {
      Order_Item__c item = new Order_Item__c(Name = 'One', Price__c = 5000);
      Test.setCurrentPage(Page.Order);
      ApexPages.currentPage().getParameters().put('id', 'abc');
      System.assertEquals('/apex/order?id=abc', ApexPages.currentPage().getUrl());
      System.assert(new OrderExtension(new ApexPages.StandardController(item)).large);
    }
    @IsTest static void content() {
      try { Page.Order.getContentAsPDF(); System.assert(false); } catch (System.VisualforceException e) { System.assert(e.getMessage().contains('TestMethod')); }
    }
  }`,
};
for (const [name, markup] of Object.entries(pages)) {
  files[`pages/${name}.page`] = markup;
  files[`pages/${name}.page-meta.xml`] = page;
}

describe('Visualforce', () => {
  let org: OpenOrg;
  let item: string;
  before(() => {
    org = new OpenOrg(files);
    const account = org.insert('Account', { Name: 'Ada <& Sons>', Industry: 'Banking' });
    item = org.insert('Order_Item__c', { Name: 'Cog <1>', Account__c: account });
    org.apex(`update new Order_Item__c(Id = '${item}', Price__c = 1234.5, Due__c = Date.newInstance(2026, 1, 31));`);
  });
  after(() => org.close());

  const draw = (name: string, parameters: Record<string, string> = {}, user = org.user) => {
    const content = org.run(
      (tx) => tx.org.pages.render(tx, { name, parameters: new Map(Object.entries(parameters)) }),
      user,
    );
    return { ...content, html: new TextDecoder().decode(content.body) };
  };

  it('draws a page of a standard controller and an extension', () => {
    const { html, contentType } = draw('order', { id: item, note: '"<script>' });
    assert.equal(contentType, 'text/html; charset=UTF-8');
    for (const part of [
      '<body class="large">',
      '<h1>Cog &lt;1&gt; &amp; Local Org</h1>',
      '1,234.50 on 31 January 2026',
      '<div class="note">Ada &lt;&amp; Sons&gt;</div>',
      '<i>2</i>',
      '<li title="a">a:1.50:a!</li><li title="&lt;b&gt;">&lt;b&gt;:2:&lt;b&gt;!</li>',
      '<span>$1,234.50</span>',
      '<p>&quot;&lt;script&gt;</p>',
      '<p>x  none true</p>',
      '<b>bold</b>',
      '<img src="/resource/Logo">',
      '<img src="/resource/Logo" alt="" width="10">',
      '<address>Cog &lt;1&gt;<em>inside</em></address>',
      '<a href="/apex/Other?id=1%262">go</a>',
      'Price',
    ]) {
      assert.ok(html.includes(part), `${part} in ${html}`);
    }
  });

  it('runs the action, shows messages and tables, and follows a redirect', () => {
    const { html } = draw('Plain');
    assert.match(html, /role="alert">Hello &lt;you&gt;</);
    assert.match(html, /<thead><tr><th scope="col">Name<\/th><th scope="col">Industry<\/th><\/tr><\/thead>/);
    assert.match(html, /<td>.*Ada &lt;&amp; Sons&gt;.*<\/td>/);
    assert.match(html, /<th class="labelCol" scope="row">Industry<\/th><td class="dataCol"><span>Banking<\/span>/);
    assert.equal(draw('Plain', { go: 'away' }).redirect, '/apex/order?id=x+y');
  });

  it('fills in templates', () => {
    assert.match(draw('Framed').html, /<header>Mine<\/header>/);
    assert.match(draw('Frame').html, /<header>Default<\/header>/);
  });

  it('refuses what it does not know', () => {
    assert.throws(
      () => draw('Form'),
      (error) => error instanceof NotSupported && /apex:form/.test(error.message),
    );
    assert.throws(() => draw('Wrong'), /Unknown property 'missing'/);
    assert.throws(() => draw('Nowhere'), /Page Nowhere does not exist/);
    assert.throws(() => draw('Order', { id: '001000000000001' }), /is not valid/);
  });

  it('lists at deploy what it cannot draw', () => {
    const problems = org.org.report.problems.map(({ kind, file, line, message }) => [kind, file, line, message]);
    assert.deepEqual(problems, [
      ['Visualforce', 'pages/Form.page', 1, 'Not supported: Visualforce component apex:form'],
      ['Visualforce', 'pages/Form.page', 1, 'Not supported: Visualforce component apex:commandButton'],
    ]);
  });

  it('lets users open the pages they were given, with the records they may see', () => {
    const user = org.addUser('reader@example.com');
    assert.throws(() => draw('Order', { id: item }, user), /do not have access to the Visualforce page Order/);
  });

  it('renders PDF, and content for Apex', () => {
    const { contentType, body } = draw('Pdf');
    assert.equal(contentType, 'application/pdf');
    assert.equal(new TextDecoder('latin1').decode(body.subarray(0, 5)), '%PDF-');
    const { debugLog, exceptionMessage } = org.apex(
      `PageReference p = Page.Order; p.getParameters().put('id', '${item}');
       System.debug(p.getContent().toString().contains('Local Org') + ' ' + p.getContentAsPDF().size() + ' ' + Limits.getCallouts() + ' ' + Blob.toPdf('<b>x</b>').size());`,
    );
    assert.match(`${exceptionMessage} ${debugLog}`, /null .*true \d{4,} 2 \d{3,}/s);
  });

  it('lets tests use controllers without pages', () => {
    const { tests } = org.org.runTests({});
    assert.deepEqual(
      tests.map(({ methodName, message }) => [methodName, message]),
      [
        ['controllers', null],
        ['content', null],
      ],
    );
  });
});
