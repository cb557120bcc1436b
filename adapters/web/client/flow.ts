import { byId, byKey, controlsIn, elementsOf, isChanged, isTick } from './dom.js';
import { wake } from './form.js';

const NEAR_PX = 80;

let atEnd = true;

/** Whether one writes in a card: then nothing may move under the fingers. */
const isWriting = () =>
  byId('messages').contains(document.activeElement) &&
  (document.activeElement?.closest('form') ?? null) !== null;

export function toEnd(): void {
  const flow = byId('flow');
  flow.scrollTop = flow.scrollHeight;
}

/** Follows the conversation only for who is at its end. */
export function followEnd(): void {
  const flow = byId('flow');
  flow.addEventListener('scroll', () => {
    atEnd = flow.scrollHeight - flow.scrollTop - flow.clientHeight < NEAR_PX;
    if (atEnd) byId('newer').hidden = true;
  });
  const settle = () => {
    if (atEnd && !isWriting()) toEnd();
  };
  const observer = new ResizeObserver(settle);
  observer.observe(flow);
  observer.observe(byId('messages'));
  byId('newer').addEventListener('click', () => {
    toEnd();
    byId('text').focus();
  });
}

/** Puts messages where they belong; those already there are replaced if they changed. */
export function show(html: string): void {
  for (const next of elementsOf(html)) {
    const old = next.id === '' ? null : document.getElementById(next.id);
    if (old === null) insert(next);
    else if (old.dataset.rev !== next.dataset.rev || next.dataset.rev === undefined) {
      next.ariaLive = 'off';
      replace(old, next, { typedWins: true });
    }
  }
}

function insert(next: HTMLElement): void {
  const messages = byId('messages');
  const position = Number(next.dataset.position ?? Number.POSITIVE_INFINITY);
  const placed = [...messages.querySelectorAll<HTMLElement>('[data-position]')];
  const after = placed.find((other) => Number(other.dataset.position) > position);
  // An edit of a message that is further up than what is shown.
  if (after !== undefined && after === placed[0] && document.getElementById('older')) return;
  messages.insertBefore(next, after ?? null);
  wake(next);
  if (next.classList.contains('mine')) atEnd = true;
  else if (!atEnd || isWriting()) byId('newer').hidden = false;
}

/** Swaps a card for its new drawing, keeping the focus and what was being written. */
export function replace(old: HTMLElement, next: HTMLElement, keep: { typedWins: boolean }): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const caret = focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement;
  const [start, end] = caret ? [focused.selectionStart, focused.selectionEnd] : [null, null];
  carryOver(old, next, keep.typedWins);
  old.replaceWith(next);
  wake(next);
  if (!(focused instanceof HTMLElement)) return;
  const target = byKey(next, focused.dataset.key) ?? next;
  target.focus({ preventScroll: true });
  if (start === null || end === null) return;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
    target.setSelectionRange(start, end);
  }
}

function carryOver(old: HTMLElement, next: HTMLElement, typedWins: boolean): void {
  for (const details of old.querySelectorAll('details')) {
    const same = byKey(next, details.dataset.key);
    if (details.open && same instanceof HTMLDetailsElement) same.open = true;
  }
  for (const control of controlsIn(old)) {
    const same = controlsIn(next).find(({ dataset }) => dataset.key === control.dataset.key);
    // A page cannot choose a file: what was sent of it is held already.
    if (same === undefined || !isChanged(control) || control.type === 'file') continue;
    if (isTick(control) && isTick(same)) {
      if (typedWins) same.checked = control.checked;
    } else if (typedWins || same.value === '') same.value = control.value;
  }
}

/** Opens the messages before those shown, without moving what one reads. */
export function prepend(older: HTMLElement, html: string): void {
  const flow = byId('flow');
  const anchor = older.nextElementSibling;
  const topBefore = anchor?.getBoundingClientRect().top ?? 0;
  const elements = elementsOf(html);
  older.replaceWith(...elements);
  for (const element of elements) wake(element);
  flow.scrollTop += (anchor?.getBoundingClientRect().top ?? 0) - topBefore;
  flow.focus({ preventScroll: true });
}
