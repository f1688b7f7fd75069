import fc from "fast-check";

/**
 * Property tests run on the same cases every time, so that a red run says something about the change and not about
 * chance. `FC_SEED=1 npm test` looks at other cases.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });
