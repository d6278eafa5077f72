/** The custom-elements manifest of the widgets' sources, which Storybook's build makes. */
declare module 'virtual:elements-manifest' {
  const manifest: object;
  export default manifest;
}
