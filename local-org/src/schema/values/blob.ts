/** Bytes: the body of a file, or what Apex calls a Blob. */
export class BlobValue {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The UTF-8 bytes of a text. */
  static ofText(text: string): BlobValue {
    return new BlobValue(new TextEncoder().encode(text));
  }

  static ofBase64(text: string): BlobValue {
    return new BlobValue(Uint8Array.from(Buffer.from(text, 'base64')));
  }

  get size(): number {
    return this.bytes.length;
  }

  toBase64(): string {
    return this.buffer().toString('base64');
  }

  equals(other: unknown): boolean {
    return other instanceof BlobValue && this.compare(other) === 0;
  }

  /** By bytes, then by length. */
  compare(other: BlobValue): number {
    return Buffer.compare(this.bytes, other.bytes);
  }

  hashKey(): string {
    return this.toBase64();
  }

  /** The bytes read as UTF-8. */
  toString(): string {
    return this.buffer().toString('utf8');
  }

  toJSON(): string {
    return this.toBase64();
  }

  private buffer(): Buffer {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
  }
}
