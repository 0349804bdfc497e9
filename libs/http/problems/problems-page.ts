import { catalogue, problemNames } from './catalogue.js';

/** The page that the `type` of every problem points at. */
export function problemsPage(): string {
  const entries = problemNames.map((name) => {
    const { status, title, remedy, retryable } = catalogue[name];
    const retry = retryable ? 'The same request may succeed later.' : 'The same request will fail again.';
    return `<section id="${name}"><h2>${name} <small>${status}</small></h2><p><b>${title}.</b> ${code(remedy)}</p><p>${retry}</p></section>`;
  });
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Tenure: problems</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}section:target{background:#fff6d6}small{color:#666}</style></head>
<body><h1>Problems</h1>
<p>Every answer that is no success is <code>application/problem+json</code> (RFC 9457). <code>type</code> is one of these; <code>code</code> may be more exact.</p>
${entries.join('\n')}
</body>
</html>
`;
}

function code(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replace(/`([^`]+)`/g, '<code>$1</code>');
}
