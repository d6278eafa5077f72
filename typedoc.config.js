import { OptionDefaults } from 'typedoc';

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
    'server-adapter/src/index.ts',
    'widgets/src/index.ts',
    'widgets/src/client.ts',
  ],
  out: 'docs/reference',
  // What the comments of custom elements have besides.
  blockTags: [...OptionDefaults.blockTags, '@event', '@cssproperty', '@csspart', '@slot'],
  modifierTags: OptionDefaults.modifierTags.filter((tag) => tag !== '@event'),
  // The guide to embedding has them all in one table.
  notRenderedTags: ['@cssproperty', '@csspart', '@slot'],
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
