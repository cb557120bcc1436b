import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    // A process a file: several hold a PostgreSQL of their own, in WebAssembly.
    pool: 'forks',
    maxWorkers: 2,
    // For a slow machine: what hangs is told, what is slow is not a failure.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Hundreds of tests race real sockets and clocks: before a merge one that loses is asked once
    // more, and the report says so ("retry x1"). Properties ask the same questions, so they lose twice.
    retry: process.env.CI === 'true' ? 1 : 0,
  },
});
