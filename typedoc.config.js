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
  blockTags: [...OptionDefaults.blockTags, '@cssproperty', '@csspart', '@slot'],
  excludeInternal: true,
  excludePrivate: true,
  excludeProtected: true,
  excludeExternals: true,
  disableSources: true,
  // Lit's own comments lead to pages of its own.
  validation: { invalidLink: false },
  treatWarningsAsErrors: true,
};
