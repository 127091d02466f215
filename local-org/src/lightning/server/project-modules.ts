/** Serves the project's LWC bundles, compiled when they are asked for and again when one of their files has changed. */
import { dirname, resolve } from 'node:path';
import type { Metadata } from '../../metadata/metadata.ts';
import type { Org } from '../../org/org.ts';
import { CompileError, type CompileProblem } from '../build/compile-error.ts';
import { bundleState, compileBundle, type ImportRule } from '../build/project-bundle.ts';

interface Compilation {
  /** The files it was made of. */
  readonly state: string;
  /** What its imports were checked against. */
  readonly metadata: Metadata;
  readonly code: Promise<string>;
}

export class ProjectModules {
  private readonly org: Org;
  private readonly compilations = new Map<string, Compilation>();

  constructor(org: Org) {
    this.org = org;
  }

  /** Folder of a bundle; undefined when the project has none of this name. */
  folder(name: string): string | undefined {
    const bundle = this.org.metadata.lwcBundles.get(name);
    return bundle === undefined ? undefined : dirname(resolve(bundle.file));
  }

  /**
   * The bundle as an ES module; undefined when there is none. One that does not compile is a module that shows the error in the
   * component's place.
   */
  async source(name: string, rule: ImportRule): Promise<string | undefined> {
    const folder = this.folder(name);
    if (folder === undefined) return undefined;
    const state = bundleState(folder);
    const known = this.compilations.get(name);
    const { metadata } = this.org;
    if (known?.state === state && known.metadata === metadata) return known.code;
    const compilation = { state, metadata, code: compile(folder, rule) };
    this.compilations.set(name, compilation);
    return compilation.code;
  }
}

async function compile(folder: string, rule: ImportRule): Promise<string> {
  try {
    return await compileBundle(folder, rule);
  } catch (error) {
    if (error instanceof CompileError) return problemSource(error.problem);
    throw error;
  }
}

function problemSource(problem: CompileProblem): string {
  return `import { compileProblem } from 'shell/compileProblem';\nexport default compileProblem(${JSON.stringify(problem)});`;
}
