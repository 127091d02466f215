/** Writes the security-review sheet anew: `node scripts/security-review.ts`. The check of the same name holds it current. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SHEET, securityReviewSheet } from './review/sheet.ts';
import { repository } from './suites/suite.ts';

writeFileSync(path.join(repository, SHEET), await securityReviewSheet());
process.stdout.write(`Written: ${SHEET}\n`);
