/**
 * Shows the text of each `css` template to the rules for CSS, as a file of its own inside the script's,
 * with every line and column where it is. Holes become comments.
 *
 * @type {import('eslint').Linter.Processor}
 */
export const cssTemplates = {
  meta: { name: 'css-templates', version: '1' },
  supportsAutofix: true,
  preprocess(script) {
    const blocks = [...script.matchAll(/(?<=\bcss`)(?:[^`\\]|\\.)*(?=`)/gsu)].map(
      ({ 0: css, index }, position) => ({
        filename: `${position}.css`,
        text:
          script.slice(0, index).replace(/\S/gu, ' ') + css.replace(/\$\{([^}]*)\}/gu, '/*$1 */'),
      }),
    );
    // A bare string is the script itself, under its own name, which its types need.
    return [script, ...blocks];
  },
  postprocess: (messages) => messages.flat(),
};
