import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('callouts answered by mocks', () => {
  passesInOrg([
    `@IsTest class CalloutTest {
      class Echo implements HttpCalloutMock {
        public HttpResponse respond(HttpRequest request) {
          HttpResponse response = new HttpResponse();
          response.setStatusCode(201);
          response.setStatus('Created');
          response.setHeader('X-Test', request.getHeader('x-test'));
          response.setBody(request.getMethod() + ' ' + request.getEndpoint() + ' ' + request.getBody());
          return response;
        }
      }
      private static HttpResponse send() {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('callout:Service/path');
        request.setMethod('POST');
        request.setHeader('X-Test', 'yes');
        request.setBody('text');
        return new Http().send(request);
      }
      @IsTest static void answered() {
        Test.setMock(HttpCalloutMock.class, new Echo());
        HttpResponse response = send();
        Assert.areEqual('POST callout:Service/path text', response.getBody());
        Assert.areEqual('yes', response.getHeader('x-TEST'));
        Assert.areEqual('Created', response.getStatus());
        Assert.areEqual(1, Limits.getCallouts());
      }
      @IsTest static void withoutMock() {
        try { send(); Assert.fail(); } catch (CalloutException e) {
          Assert.areEqual('Methods defined as TestMethod do not support Web service callouts', e.getMessage());
        }
      }
      @IsTest static void afterDml() {
        Test.setMock(HttpCalloutMock.class, new Echo());
        insert new Account(Name = 'A');
        try { send(); Assert.fail(); } catch (CalloutException e) {
          Assert.areEqual('You have uncommitted work pending. Please commit or rollback before calling out', e.getMessage());
        }
        Test.startTest();
        Assert.areEqual(201, send().getStatusCode());
        Test.stopTest();
      }
      @IsTest static void bounds() {
        try { new HttpRequest().setTimeout(120001); Assert.fail(); } catch (CalloutException e) { return; }
      }
    }`,
  ]);
});

test('mocks answer requests that are not complete', () => {
  passesInOrg([
    `@IsTest class BareRequestTest implements HttpCalloutMock {
      public HttpResponse respond(HttpRequest request) { return new HttpResponse(); }
      @IsTest static void bare() {
        Test.setMock(HttpCalloutMock.class, new BareRequestTest());
        Assert.isNotNull(new Http().send(new HttpRequest()));
      }
    }`,
  ]);
});

test('mocks from static resources', () => {
  passesInOrg(
    [
      `@IsTest class ResourceTest {
        @IsTest static void single() {
          StaticResourceCalloutMock mock = new StaticResourceCalloutMock();
          mock.setStaticResource('Answer');
          mock.setStatusCode(200);
          mock.setHeader('Content-Type', 'text/plain');
          Test.setMock(HttpCalloutMock.class, mock);
          HttpRequest request = new HttpRequest();
          request.setEndpoint('https://example.com');
          request.setMethod('GET');
          HttpResponse response = new Http().send(request);
          Assert.areEqual('forty-two', response.getBody());
          Assert.areEqual('text/plain', response.getHeader('content-type'));
        }
        @IsTest static void data() {
          List<SObject> rows = Test.loadData(Account.SObjectType, 'Rows');
          Assert.areEqual(2, rows.size());
          Assert.areEqual(7, [SELECT NumberOfEmployees FROM Account WHERE Name = 'B, "b"'].NumberOfEmployees);
        }
      }`,
    ],
    {
      'staticresources/Answer.txt': 'forty-two',
      'staticresources/Answer.resource-meta.xml':
        '<StaticResource><cacheControl>Private</cacheControl><contentType>text/plain</contentType></StaticResource>',
      'staticresources/Rows.csv': 'Name,NumberOfEmployees\nA,\n"B, ""b""",7\n',
      'staticresources/Rows.resource-meta.xml':
        '<StaticResource><cacheControl>Private</cacheControl><contentType>text/csv</contentType></StaticResource>',
    },
  );
});

test('callouts of classes generated from a WSDL are answered by mocks', () => {
  passesInOrg([
    `@IsTest class PriceServiceTest implements WebServiceMock {
      public class Price { public Decimal amount; }
      public void doInvoke(
        Object stub, Object request, Map<String, Object> response, String endpoint, String soapAction,
        String requestName, String responseNS, String responseName, String responseType
      ) {
        Price price = new Price();
        price.amount = 3;
        response.put('response_x', price);
        Assert.areEqual('https://example.com:getPrice:urn:p:priceOf:Price', String.join(new List<String>{
          endpoint, requestName, responseNS, responseName, responseType }, ':'));
      }
      private static Price call() {
        Map<String, Price> response = new Map<String, Price>{ 'response_x' => null };
        WebServiceCallout.invoke(new PriceServiceTest(), 'wood', response, new String[]{
          'https://example.com', '', 'urn:p', 'getPrice', 'urn:p', 'priceOf', 'Price' });
        return response.get('response_x');
      }
      @IsTest static void answered() {
        Test.setMock(WebServiceMock.class, new PriceServiceTest());
        Assert.areEqual(3, call().amount);
        Assert.areEqual(1, Limits.getCallouts());
      }
      @IsTest static void withoutMock() {
        try { call(); Assert.fail(); } catch (CalloutException e) {
          Assert.areEqual('Methods defined as TestMethod do not support Web service callouts', e.getMessage());
        }
      }
    }`,
  ]);
});
