/** Runs rules of Salesforce's code analyzer through its own API. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { relative, type Finding } from './check.ts';

type EnginePlugin = Parameters<CodeAnalyzer['addEnginePlugin']>[0];

/** A rule that is not held against some files, with the reason. */
export interface Exemption {
  readonly rule: string;
  readonly in: RegExp;
  readonly because: string;
}

export interface Analysis {
  readonly engine: EnginePlugin;
  /** Settings of the engine, by its name. */
  readonly engines?: Readonly<Record<string, object>>;
  /** Selectors of rules, such as `pmd:AppExchange`. */
  readonly rules: readonly string[];
  /** Absolute folders that are analysed. */
  readonly folders: readonly string[];
  readonly exemptions?: readonly Exemption[];
  /** Said when the engine offers none of the rules: what it may lack. */
  readonly whenNoRule: string;
}

export async function analyze(analysis: Analysis): Promise<Finding[]> {
  const logs = await mkdtemp(path.join(tmpdir(), 'code-analyzer-'));
  try {
    const analyzer = new CodeAnalyzer(
      CodeAnalyzerConfig.fromObject({ log_folder: logs, engines: analysis.engines ?? {} }),
    );
    await analyzer.addEnginePlugin(analysis.engine);
    const workspace = await analyzer.createWorkspace([...analysis.folders]);
    const rules = await analyzer.selectRules([...analysis.rules], { workspace });
    if (rules.getCount() === 0) return [{ message: analysis.whenNoRule }];
    const results = await analyzer.run(rules, { workspace });
    return results.getViolations().flatMap((violation) => {
      const location = violation.getPrimaryLocation();
      const file = location.getFile();
      const rule = violation.getRule().getName();
      const shown = file === undefined ? undefined : relative(file);
      const exempt = analysis.exemptions?.some((one) => one.rule === rule && one.in.test(shown ?? ''));
      if (exempt === true) return [];
      return [{ file: shown, line: location.getStartLine(), message: `${rule}: ${violation.getMessage()}` }];
    });
  } finally {
    await rm(logs, { recursive: true, force: true });
  }
}
