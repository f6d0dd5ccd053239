// dist/cli and dist/integrations/… → dist/bundle: the command line in few files, because finding and compiling hundreds
// of modules takes longer than most commands. `dist/cli/main.js` starts what it finds there.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { type OutputChunk, type Plugin, rolldown } from 'rolldown';

const DIST = join(import.meta.dirname, '../dist');
const OUTPUT = join(DIST, 'bundle');

/** Packages that go into the bundle: plain JavaScript that commands load at their start. */
const INLINED = [
  '@clack/prompts',
  'commander',
  'jsonc-parser',
  'mdast-util-from-markdown',
  'mdast-util-frontmatter',
  'micromark-extension-frontmatter',
  'picocolors',
  'temporal-polyfill',
  'yaml',
  'zod',
];

/** Programs by name: the command line, and the thread that reads logs. */
const PROGRAMS = {
  program: join(DIST, 'cli/program.js'),
  'scan-worker': join(DIST, 'integrations/log-files/scan-worker.js'),
};

/** A path as all systems write it in a module. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/** Files beside a module are found where the module was before it was bundled. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  transform(code, id) {
    if (!slashed(id).startsWith(slashed(DIST)) || !code.includes('import.meta.url')) return null;
    const place = slashed(relative(OUTPUT, id));
    return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`);
  },
};

/** Modules of this package, and what inlined packages need, are bundled; all other packages are loaded as they are. */
function isExternal(id: string, importer: string | undefined): boolean {
  if (/^(?:[./#]|[A-Za-z]:)/u.test(id)) return false;
  if (id.startsWith('node:')) return true;
  if (importer !== undefined && slashed(importer).includes('/node_modules/')) return false;
  return !INLINED.some((name) => id === name || id.startsWith(`${name}/`));
}

async function bundle(name: string, input: string): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    input: { [name]: input },
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    external: isExternal,
    plugins: [keepPlaces],
  });
  const chunkFileNames = `${name}-[name]-[hash].cjs`;
  const { output } = await build.write({
    dir: OUTPUT,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  });
  await build.close();
  return output.filter((each) => each.type === 'chunk');
}

const PACKAGE = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/u;

/** The licences of the packages in the bundle, which ask to go with their text. */
function licencesOf(chunks: readonly OutputChunk[]): string {
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  const packages = new Set(modules.flatMap((id) => PACKAGE.exec(id)?.[0] ?? []));
  return [...packages]
    .toSorted()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(directory: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(directory).find((each) => /^licen[cs]e/iu.test(each));
  const text = file === undefined ? '' : readFileSync(join(directory, file), 'utf8');
  return `${name ?? ''} ${version ?? ''} (${license ?? ''})\n\n${text.trim()}\n`;
}

if (!existsSync(PROGRAMS.program))
  throw new Error(`There is no ${dirname(PROGRAMS.program)}; build the package first.`);
rmSync(OUTPUT, { recursive: true, force: true });
const chunks = await Promise.all(Object.entries(PROGRAMS).map(([name, input]) => bundle(name, input)));
writeFileSync(join(OUTPUT, 'LICENSES.txt'), licencesOf(chunks.flat()));
