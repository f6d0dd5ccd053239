// The layer table of the house. Each row: who, and what it may import besides itself. `npm run layers` checks it.

const layers = {
  core: [],
  contract: ['core'],
  store: ['core'],
  integrations: ['core'],
  app: ['store', 'integrations', 'contract', 'core'],
  server: ['app', 'contract', 'core'],
  cli: ['server', 'integrations', 'contract', 'core'],
  web: ['contract', 'core'],
};

// Inside core: the three base folders are open to every other one.
const base = ['record', 'time', 'errors'];
const coreFolders = {
  errors: [],
  time: ['errors'],
  record: ['time', 'errors'],
  markdown: base,
  evidence: base,
  timeline: [...base, 'evidence'],
  metrics: base,
  draft: [...base, 'timeline', 'metrics', 'markdown'],
  workflow: base,
  review: [...base, 'workflow', 'metrics', 'markdown'],
  'team-file': [...base, 'workflow', 'review', 'markdown'],
  check: [...base, 'markdown', 'workflow', 'review', 'team-file'],
  'shared-doc': base,
};

// Everything the domain takes from outside. It runs in a browser, too, so the list is short and closed.
const corePackages = [
  'zod',
  'temporal-polyfill',
  'mdast-util-from-markdown',
  'mdast-util-frontmatter',
  'micromark-extension-frontmatter',
  'jsonc-parser',
  'yaml',
  'yjs',
  '@types/mdast',
];

// Tests and what only they import.
const tests = '\\.(?:test|fixture)\\.tsx?$';
// Puts real parts together, which nobody else may.
const wiring = '^src/server/(?:start-server|maintain-database)\\.ts$';

/** @param {readonly string[]} names */
const anyOf = (names) => `(?:${names.join('|')})`;

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import ${allowed.length === 0 ? 'no other layer' : allowed.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${layer}/`, pathNot: [tests, wiring] },
  to: { path: '^src/', pathNot: `^src/${anyOf([layer, ...allowed])}/` },
}));

const coreFolderRules = Object.entries(coreFolders).map(([folder, allowed]) => ({
  name: `core-${folder}`,
  comment: `src/core/${folder} may import ${allowed.length === 0 ? 'no other folder' : allowed.join(', ')} of core.`,
  severity: 'error',
  from: { path: `^src/core/${folder}/`, pathNot: tests },
  to: { path: '^src/core/', pathNot: `^src/core/${anyOf([folder, ...allowed])}/` },
}));

export default {
  forbidden: [
    ...layerRules,
    ...coreFolderRules,
    {
      name: 'named-layers-only',
      comment: 'A new layer or core folder first gets its row in this table.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [`^src/${anyOf(Object.keys(layers).slice(1))}/`, `^src/core/${anyOf(Object.keys(coreFolders))}/`],
      },
      to: {},
    },
    {
      name: 'start-server-wires',
      comment: 'start-server.ts puts the real parts together; the faces stay out of it.',
      severity: 'error',
      from: { path: wiring },
      to: { path: '^src/(?:cli|web)/' },
    },
    {
      name: 'app-knows-contract-by-type',
      comment: 'Use cases speak the types of the contract; routes and schemas are the business of the server.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: tests },
      to: { path: '^src/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'timeline-knows-evidence-by-type',
      comment: 'A timeline is made of events, not of the readers that found them.',
      severity: 'error',
      from: { path: '^src/core/timeline/', pathNot: tests },
      to: { path: '^src/core/evidence/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'front-doors',
      comment: "Another layer's folder, and another folder of core, is entered through its index.ts.",
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: tests },
      to: {
        path: '^src/[^/]+/',
        pathNot: [
          '^src/$1/',
          '^src/[^/]+/index\\.ts$',
          '^src/[^/]+/[^/]+/index\\.ts$',
          // Threads that read huge logs load the readers of logs and none of the others (decision 12).
          '^src/core/evidence/logs/index\\.ts$',
        ],
      },
    },
    {
      name: 'front-doors-in-core',
      comment: 'Another folder of core is entered through its index.ts.',
      severity: 'error',
      from: { path: '^src/core/([^/]+)/', pathNot: tests },
      to: { path: '^src/core/', pathNot: ['^src/core/$1/', '^src/core/[^/]+/index\\.ts$'] },
    },
    {
      name: 'islands',
      comment: 'One outside system never knows another; what they have in common is ports.ts.',
      severity: 'error',
      from: { path: '^src/integrations/([^/]+)/', pathNot: tests },
      to: { path: '^src/integrations/[^/]+/', pathNot: '^src/integrations/$1/' },
    },
    {
      name: 'core-packages',
      comment: 'The package list of core is closed. A new one needs a page in docs/decisions.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'],
        pathNot: `node_modules/${anyOf(corePackages)}/`,
      },
    },
    {
      name: 'core-without-node',
      comment: 'The domain is pure: text in, data out, in Node and in a browser.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      comment: 'What an installed package runs must be installed with it.',
      severity: 'error',
      // The web is bundled when it is built, so its packages are dev dependencies on purpose.
      from: { path: '^src/', pathNot: [tests, '^src/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'declared-packages-only',
      comment: 'Every imported package is in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'src-stands-alone',
      comment: 'The product does not import its tests, benchmarks, examples or tools.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^(?:tests|bench|examples|scripts)/', tests] },
    },
    {
      name: 'no-cycles',
      comment: 'Whatever is in a cycle can only be read as one piece.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|docs|reports|coverage)/' },
    // Types count: a layer that knows another one only by type knows it nevertheless.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['nevertwice-source', 'types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
    moduleSystems: ['es6'],
  },
};
