/** Rollup plugin that strips types from `.ts` sources, as erasable TypeScript of LWC bundles needs; decorators are left to the LWC compiler. */
import { transform, type TransformFailure } from 'esbuild';
import type { Plugin } from 'rollup';

export function typescript(): Plugin {
  return {
    name: 'typescript',
    async transform(code, id) {
      const file = id.split('?')[0];
      if (!file.endsWith('.ts')) return null;
      try {
        const result = await transform(code, {
          loader: 'ts',
          target: 'esnext',
          sourcemap: true,
          sourcefile: file,
          tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, experimentalDecorators: false } },
        });
        return { code: result.code, map: result.map };
      } catch (error) {
        const first = (error as TransformFailure).errors[0];
        if (first === undefined) throw error;
        return this.error({
          message: first.text,
          id: file,
          loc: { file, line: first.location?.line ?? 1, column: first.location?.column ?? 0 },
        });
      }
    },
  };
}
