/** The committed security-review sheet is what the sources say, and every entry point that a person calls is granted and tested. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { SHEET, securityReviewSheet } from '../review/sheet.ts';
import { repository } from '../suites/suite.ts';
import { read, type Check } from './check.ts';

export const reviewSheet: Check = {
  name: 'The security-review sheet is current, and leaves no entry point ungranted or untested',
  async run() {
    const current = await securityReviewSheet();
    const committed = existsSync(path.join(repository, SHEET)) ? read(SHEET) : '';
    const stale =
      committed === current
        ? []
        : [{ file: SHEET, message: 'is not what the sources say; write it with: node scripts/security-review.ts' }];
    return [...stale, ...gaps(current)];
  },
};

function gaps(sheet: string): { file: string; message: string }[] {
  return sheet.split('\n').flatMap((line) => {
    const [, point = '', reachedBy = '', access = '', , tests = ''] = line.split('|').map((cell) => cell.trim());
    if (!/^(?:@|page )/.test(reachedBy)) return [];
    const found: string[] = [];
    if (access === '–') found.push('is granted by no permission set');
    if (tests === '–') found.push('is named by no test');
    return found.map((message) => ({ file: SHEET, message: `${point} ${message}` }));
  });
}
