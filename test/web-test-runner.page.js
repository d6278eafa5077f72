/**
 * The page around every browser test: like SIH's, with Bootstrap and jQuery, in Indonesian.
 *
 * @param {string} testFramework
 */
export const hostPage = (testFramework) => `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8" />
    <title>Tests</title>
    <link rel="stylesheet" href="/node_modules/bootstrap/dist/css/bootstrap.min.css" />
    <script src="/node_modules/jquery/dist/jquery.min.js"></script>
    <script type="module" src="${testFramework}"></script>
  </head>
  <body></body>
</html>
`;
