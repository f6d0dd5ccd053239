#!/usr/bin/env node
// Modules of Node are taken without `import`, which would load every part of them.
const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
const { createRequire, enableCompileCache } = process.getBuiltinModule('node:module');

const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
};

/** The command line in few files, as the build leaves it, or its modules one by one. */
async function loadProgram(): Promise<typeof import('./program.ts')> {
  const bundle = new URL('../bundle/program.cjs', import.meta.url);
  if (!existsSync(bundle)) return await import('./program.ts');
  return createRequire(import.meta.url)('../bundle/program.cjs') as typeof import('./program.ts');
}

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.write(`${version()}\n`);
} else {
  // Compiled code is kept between runs; Node ignores this where it cannot write its cache.
  enableCompileCache();
  const { runProgram } = await loadProgram();
  process.exitCode = await runProgram(words, version());
}
