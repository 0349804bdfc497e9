import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { codeIn, takeCode } from './session/take-code.js';
import './app/page.css';

const code = takeCode(location, history);
// The address was written over in a tab that is open already: the browser does not load the page for a fragment.
addEventListener('hashchange', () => {
  if (codeIn(location.hash) !== null) location.reload();
});

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <App code={code} />
  </StrictMode>,
);
