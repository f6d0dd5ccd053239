import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * Lets pg find the form of its pool that it can extend. The test runner hands its list of conditions to Node, and with
 * "import" among them `require('pg-pool')` finds the other form. Not needed once vitest.config.ts lists
 * "nevertwice-source" only.
 */
export function resolvePgPool(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (specifier !== 'pg-pool') return nextResolve(specifier, context);
      const url = pathToFileURL(require.resolve('pg/package.json')).href.replace('pg/package.json', 'pg-pool/index.js');
      return { url, format: 'commonjs', shortCircuit: true };
    },
  });
}
