/**
 * Compiles one LWC bundle of the project into one ES module. Everything outside the bundle stays an import, so a bundle is compiled
 * alone, when a browser asks for it, and one that does not compile leaves the others working.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ANY_SPECIFIER, lwc } from './lwc-plugin.ts';
import { rollup, type Plugin } from 'rollup';
import { bundleSources } from './bundle-sources.ts';
import { CompileError, compileError } from './compile-error.ts';
import { typescript } from './typescript.ts';
import { LWC_API_VERSION } from './vendor.ts';

/**
 * What an import of another module becomes: nothing to do (`undefined`), the source of a module to put in its place, or an error
 * to report at the import.
 */
export type ImportRule = (specifier: string) => { readonly source?: string; readonly error?: string } | undefined;

const SCRIPTS = ['.ts', '.js'];
const REPLACED = '\0replaced:';

/** Changes when a file of the bundle was added, removed or written. */
export function bundleState(folder: string): string {
  return bundleSources(folder)
    .map((file) => `${file}:${statSync(file).mtimeMs}`)
    .join('\n');
}

/** The file that stands for the bundle: TypeScript before JavaScript, and CSS for a bundle that only shares styles. */
function entryFile(folder: string): string {
  const base = join(folder, basename(folder));
  const file = [...SCRIPTS, '.css'].map((extension) => base + extension).find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new CompileError({
      file: folder,
      line: 1,
      column: 1,
      message: `The bundle has no ${basename(folder)}.ts or .js`,
    });
  }
  return file;
}

export async function compileBundle(folder: string, rule: ImportRule): Promise<string> {
  const name = basename(folder);
  const entry = entryFile(folder);
  try {
    const build = await rollup({
      input: entry,
      preserveEntrySignatures: 'strict',
      plugins: [
        bundleFiles(folder, `c/${name}`, rule),
        typescript(),
        lwc({
          rootDir: folder,
          exclude: [/\0/],
          sourcemap: true,
          defaultModules: [],
          enableDynamicComponents: true,
          enableLwcOn: true,
          experimentalDynamicComponent: ANY_SPECIFIER,
          enableSyntheticElementInternals: false,
          apiVersion: LWC_API_VERSION,
        }),
      ],
      onwarn: () => undefined,
    });
    const { output } = await build.generate({ format: 'esm', sourcemap: 'inline', sourcemapExcludeSources: false });
    await build.close();
    return output[0].code;
  } catch (error) {
    throw compileError(error, entry);
  }
}

/**
 * Finds the files inside the bundle and leaves the rest to the browser's import map. Ids carry `?specifier=c/name`, from which the
 * LWC plugin takes namespace and name (it would take the folder names `lwc/name` otherwise).
 */
function bundleFiles(folder: string, specifier: string, rule: ImportRule): Plugin {
  const named = (id: string): string =>
    `${id}${id.includes('?') ? '&' : '?'}specifier=${encodeURIComponent(specifier)}`;
  return {
    name: 'bundle-files',
    async resolveId(id, importer) {
      if (importer === undefined) return named(id);
      if (importer.startsWith(REPLACED)) return { id, external: true };
      if (id.startsWith('.')) {
        const script = scriptFile(resolve(dirname(importer.split('?')[0]), id));
        if (script !== undefined) return named(script);
        const file = await this.resolve(id, importer, { skipSelf: true });
        if (file === null) return null;
        const path = file.id.split('?')[0];
        return path.startsWith(folder) ? named(file.id) : file;
      }
      const outcome = rule(id);
      if (outcome?.error !== undefined) throw importProblem(importer.split('?')[0], id, outcome.error);
      if (outcome?.source === undefined) return { id, external: true };
      return { id: REPLACED + id, syntheticNamedExports: 'default' };
    },
    load(id) {
      return id.startsWith(REPLACED) ? (rule(id.slice(REPLACED.length))?.source ?? null) : null;
    },
  };
}

function scriptFile(path: string): string | undefined {
  const candidates = /\.[jt]s$/.test(path) ? [path.replace(/\.js$/, '.ts'), path] : SCRIPTS.map((end) => path + end);
  return candidates.find((file) => existsSync(file));
}

function importProblem(file: string, specifier: string, message: string): CompileError {
  const lines = readFileSync(file, 'utf8').split('\n');
  const index = lines.findIndex((line) => line.includes(specifier));
  const line = Math.max(index, 0);
  return new CompileError({ file, line: line + 1, column: (lines[line]?.indexOf(specifier) ?? 0) + 1, message });
}
