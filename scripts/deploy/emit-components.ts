/**
 * JavaScript of the components, as an org receives it. Components are written in erasable TypeScript, which not every org
 * compiles; so the types are taken out just before a deploy and the `.js` is written beside its `.ts`, ignored by git.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { files } from '../checks/check.ts';
import { repository } from '../suites/suite.ts';

export interface ComponentBundle {
  readonly name: string;
  /** Path of the bundle's folder from the repository's root. */
  readonly folder: string;
  /** Sources by name within the bundle: emitted JavaScript, templates, styles. */
  readonly files: Record<string, string>;
}

const SOURCE = /\.(html|css|svg)$/;

/** All bundles of the package, types removed. */
export function emitComponents(): ComponentBundle[] {
  return files('force-app/main/*/lwc/*/*.js-meta.xml').map((meta) => emitBundle(path.dirname(meta)));
}

/** Writes the emitted `.js` files below `target` (the repository itself, or a copy of the package). */
export function writeEmitted(bundles: readonly ComponentBundle[], target: string): void {
  for (const bundle of bundles) {
    for (const [name, text] of Object.entries(bundle.files)) {
      if (!name.endsWith('.js')) continue;
      const file = path.join(target, bundle.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function emitBundle(folder: string): ComponentBundle {
  const sources: Record<string, string> = {};
  const absolute = path.join(repository, folder);
  for (const entry of readdirSync(absolute, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = () => readFileSync(path.join(absolute, entry.name), 'utf8');
    if (entry.name.endsWith('.d.ts')) continue;
    if (entry.name.endsWith('.ts')) sources[entry.name.replace(/\.ts$/, '.js')] = removeTypes(text(), entry.name);
    else if (SOURCE.test(entry.name)) sources[entry.name] = text();
  }
  const name = path.basename(folder);
  // A bundle with styles alone shares them with others ("Share CSS Style Rules", Lightning Web Components Developer Guide).
  if (!['js', 'css'].some((kind) => `${name}.${kind}` in sources)) throw new Error(`${folder} has no ${name}.ts`);
  return { name, folder, files: sources };
}

function removeTypes(source: string, fileName: string): string {
  return ts.transpileModule(source, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      useDefineForClassFields: true,
      verbatimModuleSyntax: true,
      removeComments: false,
    },
  }).outputText;
}
