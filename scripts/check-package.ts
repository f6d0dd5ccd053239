// What `npm pack` would publish: everything the command needs and nothing else.
import { execFileSync } from 'node:child_process';

import { z } from 'zod';

const Packed = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);
const NEEDED = [
  'package.json',
  'LICENSE',
  'README.md',
  'dist/bundle/LICENSES.txt',
  'dist/bundle/program.cjs',
  'dist/bundle/scan-worker.cjs',
  'dist/cli/main.js',
  'dist/integrations/log-files/kernel/scan.wasm',
  'dist/web/index.html',
  'examples/checkout-outage/evidence/git-log.txt',
];
const ALLOWED =
  /^(?:package\.json|LICENSE|README\.md|dist\/.+\.(?:js|json)|dist\/bundle\/.+\.cjs|dist\/bundle\/LICENSES\.txt|dist\/integrations\/log-files\/kernel\/scan\.wasm|dist\/web\/.+|examples\/checkout-outage\/(?:README\.md|evidence\/.+))$/;
const TEST_CODE = /\.(?:test|fixture)\.js$/;

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
const [{ files }] = Packed.parse(JSON.parse(listing));
const paths = files.map(({ path }) => path);

for (const path of NEEDED) if (!paths.includes(path)) refuse(`The package lacks ${path}.`);
for (const path of paths) {
  if (!ALLOWED.test(path) || TEST_CODE.test(path)) refuse(`${path} does not belong in the package.`);
}
