import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultAnswer, readEnvelope, SoapFault, textOf, toXml } from './envelope.ts';

const envelope = (header: string, body: string) =>
  `<se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Header>${header}</se:Header><se:Body>${body}</se:Body></se:Envelope>`;

test('reads the call, its parts and the session', () => {
  const header = '<SessionHeader><sessionId>00D!x</sessionId></SessionHeader>';
  const message = readEnvelope(envelope(header, '<u:login xmlns:u="urn:x"><u:username>a&amp;b</u:username></u:login>'));
  assert.equal(message.operation, 'login');
  assert.equal(textOf(message.body, 'username'), 'a&b');
  assert.equal(message.sessionId, '00D!x');
});

for (const text of ['', '<a/>', '<Envelope><Body/></Envelope>', envelope('', '<login>')]) {
  test(`refuses ${JSON.stringify(text.slice(0, 30))}`, () => assert.throws(() => readEnvelope(text), SoapFault));
}

test('writes values as elements', () => {
  assert.equal(
    toXml('r', { a: 'x < "y"', b: null, c: { d: true } }),
    '<r><a>x &#60; &#34;y&#34;</a><b xsi:nil="true"/><c><d>true</d></c></r>',
  );
});

test('faults are answered with 500 and their code', () => {
  const answer = faultAnswer(new SoapFault('INVALID_LOGIN', 'No'));
  assert.equal(answer.status, 500);
  assert.match(
    String(answer.content?.data),
    /<faultcode>sf:INVALID_LOGIN<\/faultcode><faultstring>INVALID_LOGIN: No<\/faultstring>/,
  );
});
