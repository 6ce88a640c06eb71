import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The zone of the service: readings of dates must not depend on where the tests run.
    env: { TZ: 'Asia/Shanghai' },
    setupFiles: ['tests/support/properties.ts'],
    testTimeout: 120_000,
    // What a browser shows is waited for; on two shared cores that takes a while.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
  },
});
