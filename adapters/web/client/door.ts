import { address, ask } from './ask.js';

/**
 * Who one is belongs to the tab, so that two windows can be two people: the address says it, and
 * the tab remembers for when the address does not.
 */
export function rememberTab(): void {
  const { je } = document.body.dataset;
  const url = new URL(location.href);
  if (je !== undefined) {
    sessionStorage.setItem('je', je);
    return;
  }
  const known = sessionStorage.getItem('je');
  sessionStorage.removeItem('je');
  if (known === null || url.searchParams.has('je') || url.pathname !== '/') return;
  url.searchParams.set('je', known);
  location.replace(url);
}

/** The form that adds a person and becomes them. */
export function door(): void {
  document.addEventListener('submit', async (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('[data-people]')) return;
    event.preventDefault();
    const input = form.querySelector('input');
    const fault = form.querySelector('.fault');
    if (!input || !fault) return;
    fault.textContent = '';
    const answer = await ask(form, '/people', { name: input.value }, (sentence) => {
      fault.textContent = sentence;
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    });
    if (answer === null) return;
    const { je } = JSON.parse(answer) as { je: string };
    location.assign(address('/', { je }));
  });
}
