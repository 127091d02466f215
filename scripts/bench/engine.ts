/** What the local org itself takes, without a server: its language, its records, and this project to compile. */
import path from 'node:path';
import { languageFigures } from '../../local-org/src/bench/language.ts';
import { projectFigures } from '../../local-org/src/bench/project.ts';
import { recordFigures } from '../../local-org/src/bench/records.ts';
import type { Figure } from './figures.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

export function engineFigures(): Figure[] {
  return [...languageFigures(), ...projectFigures(PROJECT, ['sfdx-project.json', 'force-app']), ...recordFigures()];
}
