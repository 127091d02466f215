import lwc from '@salesforce/eslint-config-lwc';
import tseslint from 'typescript-eslint';

/** Rules of the LWC configuration that TypeScript itself checks better. */
const checkedByTypeScript = {
  'no-undef': 'off',
  'no-shadow': 'off',
  'no-unused-vars': 'off',
  'no-use-before-define': 'off',
  'import/named': 'off',
  'import/no-unresolved': 'off',
};

export default tseslint.config(
  { ignores: ['node_modules/', '.runtime/', '.local-org/', 'coverage/', '**/*.js', '**/*.mjs', '!eslint.config.js'] },
  {
    files: ['force-app/**/lwc/**/*.ts'],
    extends: [...lwc.configs.recommended, ...tseslint.configs.recommended],
    languageOptions: { parser: tseslint.parser },
    rules: checkedByTypeScript,
  },
  {
    files: ['force-app/**/__tests__/**'],
    rules: {
      // A test waits turn by turn on purpose, and lets wire adapters emit.
      'no-await-in-loop': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
    },
  },
  {
    files: ['local-org/src/lightning/{modules,browser}/**/*.ts'],
    extends: [...lwc.configs.base, ...tseslint.configs.recommended],
    languageOptions: { parser: tseslint.parser },
    rules: {
      ...checkedByTypeScript,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['local-org/src/**/*.ts', 'scripts/**/*.ts'],
    ignores: ['local-org/src/lightning/{modules,browser}/**'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages are meant as they print.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // node:test's `test` and `describe` return promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Tests stand in for a service with a part of it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Enums of libraries are plain numbers to their callers.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
);
