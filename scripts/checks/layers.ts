/** The layers of the local org: what a layer may import. */
import path from 'node:path';
import { files, read, type Check, type Finding } from './check.ts';

const SOURCE = 'local-org/src';

/** Tests may look at a layer from above. */
const TESTS = /\.test\.ts$|test-support/;

/** Layers of the local org, the lowest first; those that stand together do not know each other. */
type Layers = readonly (readonly string[])[];

export const layerDirection: Check = {
  name: 'Layers of the local org use lower ones only',
  async run() {
    const layers = JSON.parse(read('config/layers.json')) as Layers;
    const height = new Map(layers.flatMap((names, index) => names.map((name) => [name, index] as const)));
    const findings: Finding[] = [];
    for (const file of files(`${SOURCE}/*/**/*.ts`)) {
      if (TESTS.test(file)) continue;
      const layer = layerOf(file);
      const own = height.get(layer);
      if (own === undefined) {
        findings.push({ file, message: `layer ${layer} is not in config/layers.json` });
        continue;
      }
      for (const [target, line] of imports(file)) {
        const used = layerOf(target);
        if (used === layer || (height.get(used) ?? own) < own) continue;
        findings.push({ file, line, message: `${layer} must not use ${used}` });
      }
    }
    return findings;
  },
};

function layerOf(file: string): string {
  return file.split('/')[2] ?? '';
}

/** Files that a file imports by a relative path, with the line of the import. */
function imports(file: string): (readonly [target: string, line: number])[] {
  return read(file)
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/(?:\bfrom|\bimport\()\s*'(\.[^']+)'/g)].map(
        ([, target = '']) => [path.posix.join(path.posix.dirname(file), target), index + 1] as const,
      ),
    );
}
