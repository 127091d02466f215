import { createRequire } from 'node:module';

// The preset is CommonJS.
const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

export default {
  ...jestConfig,
  roots: ['<rootDir>/force-app/main'],
  testMatch: ['**/__tests__/**/*.test.ts'],
  moduleNameMapper: {
    ...jestConfig.moduleNameMapper,
    '^lightning/modal$': '<rootDir>/config/jest/lightning/modal',
    // A bundle that only shares styles has no script, which is all that the resolver of LWC finds.
    '^c/(\\w+Styles)$': '<rootDir>/config/jest/no-styles',
  },
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/config/jest/setup.ts'],
  coverageProvider: 'v8',
};
