/** What requests and responses have in common: headers, whose names are compared without regard to case, and a body. */
import { BlobValue } from '../../../schema/values/index.ts';
import { LibraryObject } from '../../runtime/index.ts';

export abstract class HttpMessage extends LibraryObject {
  /** Name as given and value, by lower-cased name. */
  private readonly headerValues = new Map<string, readonly [name: string, value: string]>();
  body: BlobValue | null = null;

  getHeader(name: string): string | null {
    return this.headerValues.get(name.toLowerCase())?.[1] ?? null;
  }

  setHeader(name: string, value: string): void {
    this.headerValues.set(name.toLowerCase(), [name, value]);
  }

  get headerNames(): string[] {
    return Array.from(this.headerValues.values(), ([name]) => name);
  }

  setBody(text: string | null): void {
    this.body = text === null ? null : BlobValue.ofText(text);
  }
}
