/**
 * Who may import whom: house style, section 3. Each rule names what it protects; a violation is an error.
 * Domain plugins are all but core; `$1` is the plugin an import comes from.
 */
const DOMAIN_PLUGIN = '^plugins/(?!core/)([^/]+)/';
/** Modules of Node that only compute: a hash, the form of an address. */
const COMPUTING = '^(node:)?(crypto|net|buffer|url)$';
/** Packages that only compute: readers of markup from text in memory. */
const COMPUTING_PACKAGES =
  'node_modules/(zod|temporal-polyfill|htmlparser2|markdown-it|@vscode/markdown-it-katex|mathml-to-latex|saxes)/';
const TESTS = '\\.test\\.(ts|tsx|mjs)$|/server/tests/|/domain/testing/|^plugins/core/testing/';
/** What a rule may use of core: names, and the one renderer, which is a pure function. */
const FLOOR_OF_RULES = '^plugins/core/(contract|render)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'contract-stands-alone',
      comment:
        'A contract is read by browsers, the site, jobs and other plugins: it may use zod, core/contract and other contracts, nothing that runs on a server.',
      severity: 'error',
      from: { path: '^plugins/[^/]+/contract/', pathNot: TESTS },
      to: { pathNot: ['^plugins/[^/]+/contract/', 'node_modules/zod/'] },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules have no Strapi, no I/O, no clock: a domain may use itself, its own contract and core/contract, core/render and packages that only compute.',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/domain/', pathNot: TESTS },
      to: {
        pathNot: ['^plugins/$1/(domain|contract)/', FLOOR_OF_RULES, COMPUTING_PACKAGES, COMPUTING],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'server-stays-in-its-house',
      comment:
        "A server uses its own contract and domain and the contracts of others. To get an answer, call the other plugin's public service; to tell it something, announce.",
      severity: 'error',
      from: { path: `${DOMAIN_PLUGIN}server/`, pathNot: TESTS },
      to: {
        path: '^plugins/(?!core/)',
        pathNot: [
          '^plugins/$1/(server|domain|contract)/',
          '^plugins/[^/]+/contract/',
          '^plugins/questions/domain/(types/registry|view/learner-view)\\.ts$',
        ],
      },
    },
    {
      name: 'server-needs-no-admin',
      comment: 'Nothing a server runs comes from an admin page.',
      severity: 'error',
      from: { path: '^plugins/[^/]+/(server|contract|domain)/' },
      to: { path: '^plugins/[^/]+/admin/' },
    },
    {
      name: 'admin-uses-contracts',
      comment: "Admin pages use their own plugin's contract and admin, core's admin kit, contract and renderer; never a server.",
      severity: 'error',
      from: { path: `${DOMAIN_PLUGIN}admin/`, pathNot: TESTS },
      to: {
        path: '^plugins/',
        pathNot: ['^plugins/$1/(admin|contract|views)/', '^plugins/[^/]+/contract/', '^plugins/core/(admin|render)/'],
      },
    },
    {
      name: 'views-need-no-server',
      comment:
        'Parts that learners and editors both look at: React and the shapes of the contract, nothing that fetches or stores.',
      severity: 'error',
      from: { path: '^plugins/([^/]+)/views/', pathNot: TESTS },
      to: { pathNot: ['^plugins/$1/(views|contract)/', '^plugins/core/contract/', 'node_modules/(@types/)?react(-dom)?/'] },
    },
    {
      name: 'core-knows-no-domain',
      comment: 'Core is the floor: it imports no domain plugin.',
      severity: 'error',
      from: { path: '^plugins/core/', pathNot: TESTS },
      to: { path: '^plugins/(?!core/)' },
    },
    {
      name: 'site-uses-contracts',
      comment: "The site uses contracts, core's client and renderer, and what a plugin's README names as safe for browsers.",
      severity: 'error',
      from: { path: '^site/' },
      to: {
        path: '^(plugins|jobs|database|cms)/',
        pathNot: ['^plugins/[^/]+/(contract|views)/', '^plugins/core/(client|render)/'],
      },
    },
    {
      name: 'jobs-through-strapi',
      comment: 'The jobs process meets plugins through Strapi; only core is imported.',
      severity: 'error',
      from: { path: '^jobs/' },
      to: { path: '^(site/|plugins/(?!core/))' },
    },
    {
      name: 'config-knows-nobody',
      comment: 'Environment schemas are read by everything, so they import nothing of ours.',
      severity: 'error',
      from: { path: '^config/', pathNot: TESTS },
      to: { path: '^(plugins|site|jobs|database|cms|scripts|tests)/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-exists',
      comment: 'An import that does not resolve breaks at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|virtual):|\\.css\\?inline$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.astro|\\.strapi|build|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.server.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    skipAnalysisNotInRules: true,
  },
};
