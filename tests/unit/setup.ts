import fc from 'fast-check';

// A red run in CI must mean that a change broke something, so properties are tried on the same values there every time. At a desk each run tries new
// ones, and prints the seed of what it finds.
if (process.env.CI) fc.configureGlobal({ seed: 20261120 });
