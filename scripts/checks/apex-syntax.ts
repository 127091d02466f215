/** Salesforce's own Apex parser over every class and trigger. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { repository } from '../suites/suite.ts';
import { files, type Check, type Finding } from './check.ts';

const parser = path.join(
  repository,
  'node_modules/@prettier-apex/apex-ast-serializer-linux-x64/apex-ast-serializer-linux-x64',
);

/** Programs at a time. */
const WIDTH = 4;

export const apexSyntax: Check = {
  name: "Apex by Salesforce's parser",
  async run() {
    const queue = files('force-app/**/*.{cls,trigger}');
    if (queue.length === 0) return [{ message: 'There is no Apex to check.' }];
    const findings: Finding[] = [];
    const worker = async (): Promise<void> => {
      for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
        const errors = parseErrors(await parse(file));
        findings.push(...errors.map((message) => ({ file, message })));
      }
    };
    await Promise.all(Array.from({ length: WIDTH }, worker));
    return findings;
  },
};

function parse(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(parser, ['-l', path.join(repository, file)], { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** The parser always ends with code 0: its errors stand in the tree it prints. */
function parseErrors(output: string): string[] {
  let tree: unknown;
  try {
    tree = JSON.parse(output);
  } catch {
    return [`the parser failed: ${output.slice(0, 300)}`];
  }
  const result = Object.values(tree as Record<string, { parseErrors?: unknown }>)[0];
  const errors = result?.parseErrors;
  if (!Array.isArray(errors)) return ['the parser printed a tree without a list of errors'];
  return errors.map((error) => JSON.stringify(error));
}
