/** Runs rules of Salesforce's code analyzer through its own API. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CodeAnalyzer,
  CodeAnalyzerConfig,
  EventType,
  LogLevel,
  type EngineLogEvent,
} from '@salesforce/code-analyzer-core';
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
  /** Absolute files among them that the analysis starts from; without them, all. */
  readonly targets?: readonly string[];
  readonly exemptions?: readonly Exemption[];
  /** Said when the engine offers none of the rules: what it may lack. */
  readonly whenNoRule: string;
}

/** Begins what an engine says of a place that it gave up on, and would only log. */
export const NOT_ANALYZED = 'not analyzed: ';

/** What the rules find, and what an engine could not analyze. */
export async function analyze(analysis: Analysis): Promise<Finding[]> {
  const logs = await mkdtemp(path.join(tmpdir(), 'code-analyzer-'));
  try {
    const analyzer = new CodeAnalyzer(
      CodeAnalyzerConfig.fromObject({ log_folder: logs, engines: analysis.engines ?? {} }),
    );
    const errors: Finding[] = [];
    analyzer.onEvent<EngineLogEvent>(EventType.EngineLogEvent, ({ logLevel, message }) => {
      if (logLevel === LogLevel.Error) errors.push(notAnalyzed(message));
    });
    await analyzer.addEnginePlugin(analysis.engine);
    const targets = analysis.targets === undefined ? undefined : [...analysis.targets];
    const workspace = await analyzer.createWorkspace([...analysis.folders], targets);
    const rules = await analyzer.selectRules([...analysis.rules], { workspace });
    if (rules.getCount() === 0) return [{ message: analysis.whenNoRule }];
    const results = await analyzer.run(rules, { workspace });
    const found = results.getViolations().flatMap((violation) => {
      const location = violation.getPrimaryLocation();
      const file = location.getFile();
      const rule = violation.getRule().getName();
      const shown = file === undefined ? undefined : relative(file);
      const exempt = analysis.exemptions?.some((one) => one.rule === rule && one.in.test(shown ?? ''));
      if (exempt === true) return [];
      return [{ file: shown, line: location.getStartLine(), message: `${rule}: ${violation.getMessage()}` }];
    });
    return [...errors, ...found];
  } finally {
    await rm(logs, { recursive: true, force: true });
  }
}

/** An engine's error, at its place where it names one. */
function notAnalyzed(error: string): Finding {
  const [, file, line, message] = /(\/[^\s:]+):(\d+):\d+: (.*)/s.exec(error) ?? [];
  if (file === undefined || message === undefined) return { message: NOT_ANALYZED + error };
  return { file: relative(file), line: Number(line), message: NOT_ANALYZED + message };
}
