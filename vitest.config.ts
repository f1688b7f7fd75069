import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup.ts"],
    setupFiles: ["test/seed.ts"],
    // The slowest start whole programs and browsers, two at a time, on machines of any speed.
    testTimeout: 90_000,
    hookTimeout: 180_000,
    // Polls wait for the same programs and browsers; the default of one second is a timed test.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
});
