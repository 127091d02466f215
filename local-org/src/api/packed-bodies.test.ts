import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ServedOrg } from './test-support/served-org.ts';

let served: ServedOrg;
before(async () => {
  served = await ServedOrg.start();
});
after(() => served.close());

async function create(
  body: Uint8Array<ArrayBuffer>,
): Promise<readonly [status: number, errorCode: string | undefined]> {
  const response = await fetch(`${served.address}/services/data/v66.0/sobjects/Bear__c`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${served.admin.accessToken ?? ''}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    },
  });
  const answer: unknown = await response.json();
  return [response.status, Array.isArray(answer) ? (answer as { errorCode: string }[])[0]?.errorCode : undefined];
}

test('a packed request is read', async () => {
  assert.deepEqual(await create(gzipSync('{"Name":"Packed"}')), [201, undefined]);
});

test('a request that unpacks to more than may be sent is refused, and so is one that is not packed', async () => {
  assert.deepEqual(await create(gzipSync(Buffer.alloc(151 * 1024 * 1024, ' '))), [413, 'REQUEST_ENTITY_TOO_LARGE']);
  assert.deepEqual(await create(new Uint8Array(Buffer.from('{"Name":"Plain"}'))), [400, 'INVALID_CONTENT_ENCODING']);
  assert.equal((await served.admin.query("SELECT Id FROM Bear__c WHERE Name = 'Plain'")).totalSize, 0);
});
