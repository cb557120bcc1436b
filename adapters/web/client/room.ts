import { address, ask, post, quiet, tell } from './ask.js';
import { combobox } from './combobox.js';
import { byId, controlsIn, elementsOf, hasKeyboard, isChanged } from './dom.js';
import { followEnd, prepend, replace, show, toEnd } from './flow.js';
import { chosenIn, filesOf, focusForm, refresh, valuesOf, wake } from './form.js';
import { live } from './live.js';
import { save } from './save.js';

const COMPLETE_WITHIN_MS = 5000;

/** Makes the room live. */
export function room(): void {
  wake(byId('messages'));
  followEnd();
  composer();
  cards();
  menu();
  offers();
  live();
}

function composer(): void {
  const form = byId<HTMLFormElement>('composer');
  const input = byId<HTMLTextAreaElement>('text');
  const draft = `draft ${document.body.dataset.je}`;
  input.value = sessionStorage.getItem(draft) ?? '';
  input.addEventListener('input', () => sessionStorage.setItem(draft, input.value));

  combobox(input, byId('suggestions'), async (text) => {
    const response = await post('/complete', { text }, AbortSignal.timeout(COMPLETE_WITHIN_MS));
    return response.ok ? response.text() : '';
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = input.value;
    if (text.trim() === '') return;
    const said = await send(form, { type: 'line', text }, () => form.requestSubmit());
    if (said === null) return;
    if (input.value.startsWith(text)) input.value = input.value.slice(text.length);
    input.dispatchEvent(new Event('input'));
    answer(said, null);
  });
  if (hasKeyboard()) input.focus();
}

function cards(): void {
  const messages = byId('messages');
  messages.addEventListener('click', async (event) => {
    const saved = (event.target as Element).closest<HTMLAnchorElement>('a[download]');
    if (saved && save(saved)) event.preventDefault();
    const button = (event.target as Element).closest('button');
    if (button === null) return;
    if (button.id === 'older') return older(button);
    if (button.matches('[data-dismiss]')) {
      button.closest('.message')?.remove();
      return backToComposer();
    }
    const { act, offer: command } = button.dataset;
    if (command !== undefined) {
      const message = button.closest('.message')?.id;
      const chosen = { type: 'on-message', command, message };
      const offered = await send(button, chosen, () => button.click());
      if (offered !== null) answer(offered, null);
      return;
    }
    if (act === undefined) return;
    const said = await send(button, { type: 'act', act }, () => button.click());
    if (said !== null) answer(said, button);
  });
  messages.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { dialogue, act, param = '' } = form.dataset;
    const content =
      dialogue === undefined
        ? { type: 'act', act, choice: { param, value: chosenIn(form) } }
        : { type: 'form', dialogue, values: valuesOf(form) };
    const said = await send(form, content, () => form.requestSubmit(), filesOf(form));
    if (said !== null) answer(said, form);
  });
  messages.addEventListener('input', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-dialogue]');
    if (form) refresh(form);
  });
  window.addEventListener('beforeunload', (event) => {
    if (controlsIn(messages).some(isChanged)) event.preventDefault();
  });
}

async function send(
  source: HTMLElement,
  content: object,
  retry: () => void,
  files?: ReturnType<typeof filesOf>,
) {
  quiet();
  const onFault = (sentence: string, canRetry: boolean): void => {
    tell(sentence, canRetry ? retry : null);
  };
  return ask(source, '/say', content, onFault, files);
}

/** Shows what ECC answered: in place of the form it answers, or at the end of the conversation. */
function answer(html: string, source: HTMLElement | null): void {
  const [next] = elementsOf(html);
  if (next === undefined) return;
  if (next.dataset.position !== undefined) {
    show(html);
    toEnd();
    return;
  }
  const card = source?.closest<HTMLElement>('.message') ?? null;
  if (card?.matches('.reply') && source?.matches('[data-dialogue]')) {
    next.dataset.from = card.dataset.from ?? '';
    replace(card, next, { typedWins: false });
  } else {
    next.dataset.from = card?.id ?? '';
    forget(next);
    byId('messages').append(next);
    wake(next);
  }
  const tall = next.offsetHeight > byId('flow').clientHeight;
  next.scrollIntoView({ block: tall ? 'start' : 'nearest' });
  if (!focusForm(next)) backToComposer();
}

/** A new answer about a card makes the one before it stale, unless something is written in it. */
function forget(next: HTMLElement): void {
  document.getElementById(next.id)?.remove();
  for (const reply of document.querySelectorAll<HTMLElement>('.reply[data-from]')) {
    const { from } = reply.dataset;
    if (from !== '' && from === next.dataset.from && !controlsIn(reply).some(isChanged)) {
      reply.remove();
    }
  }
}

function backToComposer(): void {
  if (hasKeyboard()) byId('text').focus();
}

async function older(button: HTMLButtonElement): Promise<void> {
  const response = await fetch(address('/before', { avant: button.dataset.before ?? '' })).catch(
    () => null,
  );
  if (response?.ok) prepend(button, await response.text());
  else tell(response ? await response.text() : (document.body.dataset.offline ?? ''), null);
}

/** The menu of a message closes as menus do: by a choice, elsewhere, or by Escape. */
function offers(): void {
  const opened = () => document.querySelectorAll<HTMLDetailsElement>('.offers[open]');
  document.addEventListener('click', ({ target }) => {
    const on = target as Element;
    for (const one of opened()) {
      if (!one.contains(on) || on.closest('[data-offer]')) one.open = false;
    }
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const one of opened()) {
      one.open = false;
      one.querySelector('summary')?.focus();
    }
  });
}

/** The list of people closes as menus do. */
function menu(): void {
  const who = byId<HTMLDetailsElement>('who');
  document.addEventListener('click', (event) => {
    if (!who.contains(event.target as Node)) who.open = false;
  });
  who.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    who.open = false;
    who.querySelector('summary')?.focus();
  });
}
