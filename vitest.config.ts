import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

type ProjectConfig = NonNullable<TestProjectInlineConfiguration['test']>;

const ALONE = ['tests/e2e/local-model.test.ts', 'tests/e2e/right-click.test.ts', 'tests/e2e/firefox-right-click.test.ts'];
/** What Chromium shows in each run already: Firefox too with `TEST_FULL=1`. */
const FULL = process.env['TEST_FULL'] ? [] : ['waits', 'lifetime', 'history'].map((name) => `tests/e2e/firefox-${name}.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
          environment: 'node',
          setupFiles: ['tests/support/unit-setup.ts'],
        },
      },
      {
        plugins: [WxtVitest()],
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          testTimeout: 60_000,
          maxWorkers: 2,
          environment: 'happy-dom',
          setupFiles: ['tests/support/unit-setup.ts'],
        },
      },
      // Browser tests mostly wait, so two files run at once; those that need the whole machine, or the one display, run alone.
      e2e('e2e', {
        include: ['tests/e2e/**/*.test.ts'],
        exclude: [...ALONE, ...FULL],
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      }),
      e2e('e2e-alone', { include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } }),
    ],
  },
});

function e2e(name: string, options: ProjectConfig): { test: ProjectConfig } {
  return {
    test: {
      name,
      globalSetup: ['tests/support/e2e-setup.ts'],
      environment: 'node',
      // Real browsers on a shared machine: one more try, and vitest says « retry » beside the test that needed it.
      retry: 1,
      testTimeout: 300_000,
      hookTimeout: 300_000,
      ...options,
    },
  };
}
