import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BlobValue } from './blob.ts';

describe('BlobValue', () => {
  it('goes from text to base64 and back', () => {
    const blob = BlobValue.ofText('Grüße');
    assert.equal(blob.size, 7);
    assert.equal(BlobValue.ofBase64(blob.toBase64()).toString(), 'Grüße');
    assert.ok(BlobValue.ofBase64(blob.toBase64()).equals(blob));
    assert.equal(blob.equals(BlobValue.ofText('Gruesse')), false);
  });

  it('reads only its part of a shared buffer', () => {
    const shared = new TextEncoder().encode('xxabcxx');
    assert.equal(new BlobValue(shared.subarray(2, 5)).toString(), 'abc');
  });
});
