import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServedOrg } from '../test-support/served-org.ts';

const BYTES = Buffer.from([0, 1, 2, 13, 10, 45, 45, 255, 13, 10]);

describe('files over REST', () => {
  let served: ServedOrg;
  let base: string;
  let headers: Record<string, string>;
  before(async () => {
    served = await ServedOrg.start();
    base = `${served.address}/services/data/v66.0`;
    headers = { authorization: `Bearer ${served.admin.accessToken ?? ''}` };
  });
  after(() => served.close());

  const multipart = (parts: readonly (string | Buffer)[]) =>
    Buffer.concat(
      [...parts.flatMap((part) => ['--edge\r\n', part, '\r\n']), '--edge--\r\n'].map((part) =>
        Buffer.from(part as string),
      ),
    );
  const entity = (json: string) =>
    `Content-Disposition: form-data; name="entity_content";\r\nContent-Type: application/json\r\n\r\n${json}`;
  const file = (name: string) =>
    Buffer.concat([
      Buffer.from(
        `Content-Disposition: form-data; name="${name}"; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      BYTES,
    ]);
  const post = async (object: string, body: Buffer) => {
    const response = await fetch(`${base}/sobjects/${object}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary="edge"' },
      body,
    });
    return { status: response.status, json: (await response.json()) as { id: string } & { errorCode: string }[] };
  };

  it('come in as multipart and out as they were', async () => {
    const { status, json } = await post(
      'ContentVersion',
      multipart([entity('{"PathOnClient":"a.bin"}'), file('VersionData')]),
    );
    assert.equal(status, 201);
    const response = await fetch(`${base}/sobjects/ContentVersion/${json.id}/VersionData`, { headers });
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), BYTES);
    const version = await served.admin.sobject('ContentVersion').retrieve(json.id);
    assert.equal(version.ContentSize, BYTES.length);
    assert.equal(version.VersionData, `/services/data/v66.0/sobjects/ContentVersion/${json.id}/VersionData`);
  });

  it('come in as base64, too', async () => {
    const result = await served.admin
      .sobject('ContentVersion')
      .create({ PathOnClient: 'b.txt', VersionData: BYTES.toString('base64') });
    const response = await fetch(`${base}/sobjects/ContentVersion/${result.id ?? ''}/VersionData`, { headers });
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), BYTES);
  });

  it('are refused when a part is missing or names no file field', async () => {
    const missing = await post('ContentVersion', multipart([file('VersionData')]));
    assert.deepEqual([missing.status, missing.json[0].errorCode], [400, 'INVALID_MULTIPART_REQUEST']);
    const wrong = await post('ContentVersion', multipart([entity('{"PathOnClient":"a.bin"}'), file('Title')]));
    assert.deepEqual([wrong.status, wrong.json[0].errorCode], [400, 'INVALID_MULTIPART_REQUEST']);
  });
});
