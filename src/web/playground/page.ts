/** The page of the playground. All it needs comes from the service itself; there are no scripts within it. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Scoregraph playground</title>
<link rel="icon" type="image/svg+xml" href="/playground/icon.svg">
<link rel="stylesheet" href="/playground/graphiql.css">
<link rel="stylesheet" href="/playground/playground.css">
<script defer src="/playground/react.js"></script>
<script defer src="/playground/react-dom.js"></script>
<script defer src="/playground/graphiql.js"></script>
<script defer src="/playground/playground.js"></script>
</head>
<body>
<div id="playground"><p class="notice">Loading the playground &hellip;</p></div>
<noscript><p class="notice">The playground needs JavaScript. The endpoint itself, /graphql, does not.</p></noscript>
</body>
</html>
`;
