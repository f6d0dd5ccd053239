#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
};

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.write(`${version()}\n`);
} else {
  // Compiled code is kept between runs; Node ignores this where it cannot write its cache.
  enableCompileCache();
  const { runProgram } = await import('./program.ts');
  process.exitCode = await runProgram(words, version());
}
