// A line of a package's changelog is its note and nothing else: the packages have one version, and releases are tagged.
module.exports = {
  getReleaseLine: async ({ summary }) => `- ${summary.trim().replaceAll('\n', '\n  ')}`,
  getDependencyReleaseLine: async (_notes, updated) =>
    updated.map(({ name, newVersion }) => `- Goes with ${name} ${newVersion}.`).join('\n'),
};
