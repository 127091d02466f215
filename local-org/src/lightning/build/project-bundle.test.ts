import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CompileError } from './compile-error.ts';
import { bundleState, compileBundle, type ImportRule } from './project-bundle.ts';

const anything: ImportRule = () => undefined;

describe('bundles of the project', () => {
  const root = mkdtempSync(join(tmpdir(), 'project-bundle-'));
  after(() => rmSync(root, { recursive: true }));

  const bundle = (name: string, files: Readonly<Record<string, string>>): string => {
    const folder = join(root, name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  };
  const problemOf = async (folder: string, rule = anything) => {
    const error = await compileBundle(folder, rule).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof CompileError);
    const { file, line, message } = error.problem;
    return { file: file.slice(folder.length + 1), line, message };
  };

  it('compiles script, template and styles of namespace c, and leaves other modules to the browser', async () => {
    const folder = bundle('bearCard', {
      'bearCard.js': `import { LightningElement, api } from 'lwc';\nimport { roar } from './sounds';\nimport { den } from 'c/den';\nexport default class BearCard extends LightningElement { @api name; text = roar + den; }`,
      'bearCard.html': '<template><c-paw></c-paw><p>{text}</p></template>',
      'bearCard.css': 'p { color: brown; }',
      'sounds.js': `export const roar = 'Roar';`,
      '__tests__/bearCard.test.js': 'this is no script',
    });
    const code = await compileBundle(folder, anything);
    assert.match(code, /from 'c\/den'/);
    assert.match(code, /from 'c\/paw'/);
    assert.match(code, /"c-bearCard"|c-bear-card/);
    assert.match(code, /'Roar'/);
    assert.match(code, /color: brown/);
  });

  it('prefers TypeScript to the script beside it, also for the files it imports', async () => {
    const folder = bundle('typed', {
      'typed.ts': `import { size } from './size';\nexport const twice = (factor: number): number => size * factor;`,
      'typed.js': `throw new Error('emitted');`,
      'size.ts': 'export const size = 2 as number;',
      'size.js': 'export const size = 99;',
    });
    const code = await compileBundle(folder, anything);
    assert.match(code, /const size = 2/);
    assert.doesNotMatch(code, /emitted|99/);
  });

  it('compiles a bundle that only shares styles', async () => {
    const code = await compileBundle(bundle('colours', { 'colours.css': ':host { color: red; }' }), anything);
    assert.match(code, /color: red/);
  });

  it('tells file and line of errors in script, TypeScript and template', async () => {
    const script = bundle('badScript', {
      'badScript.js': `import { LightningElement } from 'lwc';\n\nexport default class extends {`,
    });
    assert.deepEqual((({ file, line }) => ({ file, line }))(await problemOf(script)), {
      file: 'badScript.js',
      line: 3,
    });
    const typed = bundle('badTypes', { 'badTypes.ts': `const a: number = 1;\n\nconst b: = 2;` });
    assert.deepEqual((({ file, line }) => ({ file, line }))(await problemOf(typed)), { file: 'badTypes.ts', line: 3 });
    const decorated = bundle('badDecorator', {
      'badDecorator.ts': `import { LightningElement, api } from 'lwc';\n\ninterface Bear {\n  name: string;\n}\n\nexport default class BadDecorator extends LightningElement {\n  bear: Bear | undefined;\n  @api get size(): number { return 1; }\n  @api set size(value: number) { this.bear = undefined; }\n}`,
      'badDecorator.html': '<template></template>',
    });
    assert.deepEqual((({ file, line }) => ({ file, line }))(await problemOf(decorated)), {
      file: 'badDecorator.ts',
      line: 10,
    });
    const template = bundle('badTemplate', {
      'badTemplate.js': `import { LightningElement } from 'lwc';\nexport default class BadTemplate extends LightningElement {}`,
      'badTemplate.html': '<template>\n  <p>{a b}</p>\n</template>',
    });
    assert.deepEqual((({ file, line }) => ({ file, line }))(await problemOf(template)), {
      file: 'badTemplate.html',
      line: 2,
    });
  });

  it('reports a refused import where it stands', async () => {
    const folder = bundle('lost', {
      'lost.js': `import { LightningElement } from 'lwc';\nimport x from '@salesforce/label/c.Gone';\nexport default class Lost extends LightningElement { x = x; }`,
    });
    const rule: ImportRule = (specifier) =>
      specifier.includes('Gone') ? { error: 'There is no such label' } : undefined;
    assert.deepEqual(await problemOf(folder, rule), { file: 'lost.js', line: 2, message: 'There is no such label' });
  });

  it('puts a module in the place of an import, whatever is imported from it', async () => {
    const folder = bundle('ahead', {
      'ahead.js': `import { gql, graphql } from 'lightning/graphql';\nexport const query = [gql, graphql];`,
    });
    const code = await compileBundle(folder, (specifier) =>
      specifier === 'lightning/graphql' ? { source: 'export default globalThis.later;' } : undefined,
    );
    assert.match(code, /globalThis\.later/);
    assert.doesNotMatch(code, /from 'lightning\/graphql'/);
  });

  it('needs a script', async () => {
    assert.match(
      (await problemOf(bundle('empty', { 'empty.html': '<template></template>' }))).message,
      /no empty\.ts or \.js/,
    );
  });

  it('has another state when a file is added', () => {
    const folder = bundle('growing', { 'growing.js': 'export const a = 1;' });
    const before = bundleState(folder);
    bundle('growing', { 'more.css': 'p {}' });
    assert.notEqual(bundleState(folder), before);
  });
});
