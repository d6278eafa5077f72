import { OptionDefaults } from 'typedoc';

/** What the comments of custom elements say for their manifest. */
const elementTags = ['@tagname', '@fires', '@cssprop'];

/** The reference of everything that the packages' entries give out, for `npm run docs`. */
export default {
  name: 'beta-app',
  readme: 'none',
  plugin: ['typedoc-plugin-markdown'],
  tsconfig: 'tsconfig.reference.json',
  entryPoints: [
    'core/src/index.ts',
    'core/src/contract.ts',
    'core/src/migrations.ts',
    'core/src/openfeature.ts',
    'server-adapter/src/index.ts',
    'widgets/src/index.ts',
    'widgets/src/client.ts',
  ],
  out: 'docs/reference',
  blockTags: [...OptionDefaults.blockTags, ...elementTags],
  // docs/elements.md has them all in its tables.
  notRenderedTags: elementTags,
  excludeInternal: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeExternals: true,
  disableSources: true,
  treatWarningsAsErrors: true,
  // A class, function or type without a comment fails; fields may speak by their names.
  validation: { notDocumented: true },
  requiredToBeDocumented: ['Class', 'Interface', 'TypeAlias', 'Function', 'Variable', 'Method'],
  packagesRequiringDocumentation: [
    'beta-app',
    '@beta-app/core',
    '@beta-app/server-adapter',
    '@beta-app/widgets',
  ],
};
