/** The metadata validator: a development tool, the only code here that needs `@salesforce/types` when it runs. */
import { readFileSync } from 'node:fs';
import { validateFile, type Finding } from './validator.ts';
import { loadWsdlTypes } from './wsdl-types.ts';

export type { Finding } from './validator.ts';

/** What a deploy would refuse (or silently drop) in these metadata files. */
export function validateMetadata(files: readonly string[]): Finding[] {
  const wsdl = loadWsdlTypes();
  return files.flatMap((file) => validateFile(file, readFileSync(file, 'utf8'), wsdl));
}
