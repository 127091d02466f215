import { test } from 'node:test';
import { checkApex } from '../test-support/apex-table.ts';

test('blobs and encodings', () => {
  checkApex({
    "Blob.valueOf('é').size()": '2',
    "Blob.valueOf('hi').toString()": 'hi',
    "EncodingUtil.convertFromHex('ff').toString()": 'System.StringException: BLOB is not a valid UTF-8 string',
    "EncodingUtil.base64Encode(Blob.valueOf('hi'))": 'aGk=',
    "EncodingUtil.base64Decode('aGk=').toString()": 'hi',
    "EncodingUtil.convertToHex(Blob.valueOf('hi'))": '6869',
    "EncodingUtil.urlEncode('a b&é/~*', 'UTF-8')": 'a+b%26%C3%A9%2F%7E*',
    "EncodingUtil.urlDecode('a+b%26%C3%A9', 'UTF-8')": 'a b&é',
  });
});

test('digests, signatures and ciphers', () => {
  const key = "Blob.valueOf('0123456789abcdef')";
  checkApex({
    "EncodingUtil.convertToHex(Crypto.generateDigest('MD5', Blob.valueOf('abc')))": '900150983cd24fb0d6963f7d28e17f72',
    "EncodingUtil.convertToHex(Crypto.generateDigest('SHA-256', Blob.valueOf('abc')))":
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    "EncodingUtil.convertToHex(Crypto.generateMac('HmacSHA256', Blob.valueOf('data'), Blob.valueOf('key')))":
      '5031fe3d989c6d1537a013fa6e739da23463fdaec3b70137d828e36ace221bd0',
    "Crypto.generateDigest('SHA-9', Blob.valueOf(''))":
      "System.InvalidParameterValueException: Invalid algorithm 'SHA-9'",
    [`Crypto.decryptWithManagedIV('AES128', ${key}, Crypto.encryptWithManagedIV('AES128', ${key}, Blob.valueOf('secret'))).toString()`]:
      'secret',
    [`Crypto.encrypt('AES256', ${key}, ${key}, Blob.valueOf('x'))`]:
      'System.InvalidParameterValueException: Invalid private key. Must be 32 bytes.',
    'Crypto.generateAesKey(256).size()': '32',
  });
});

test('addresses', () => {
  const url = "new Url('https://me:pw@example.com:8443/a/b.html?q=1&r=2#top')";
  checkApex({
    [`${url}.getHost() + ${url}.getPort() + ${url}.getPath()`]: 'example.com8443/a/b.html',
    [`${url}.getQuery() + ${url}.getRef() + ${url}.getUserInfo()`]: 'q=1&r=2topme:pw',
    [`${url}.toExternalForm()`]: 'https://me:pw@example.com:8443/a/b.html?q=1&r=2#top',
    "new Url('nothing')": 'System.StringException: no protocol: nothing',
    "UUID.fromString('A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11')": 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
    'UUID.randomUUID().toString().length()': '36',
    "UUID.fromString('x')": 'System.IllegalArgumentException: Invalid UUID string: x',
  });
});
