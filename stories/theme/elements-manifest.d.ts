/** The custom-elements manifest of the widgets as they are written, which Storybook and the tests make. */
declare module 'virtual:elements-manifest' {
  import type { Package } from 'custom-elements-manifest/schema.d.ts';

  const manifest: Package;
  export default manifest;
}
