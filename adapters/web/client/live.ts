import { address } from './ask.js';
import { byId } from './dom.js';
import { show } from './flow.js';

const AGAIN_MS = 2000;

/** Draws what happens in the room as it happens, and catches up after a lost connection. */
export function live(): void {
  let since = document.body.dataset.since ?? '';
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const lost = byId('lost');

  const leave = () => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const join = () => {
    leave();
    const opened = new EventSource(address('/events', { since }));
    source = opened;
    opened.addEventListener('open', () => {
      lost.textContent = '';
    });
    opened.addEventListener('error', () => {
      lost.textContent = lost.dataset.lost ?? '';
      // After an answer that is not a stream, the browser does not come back by itself.
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(join, AGAIN_MS);
    });
    opened.addEventListener('message', (event) => {
      since = event.lastEventId;
      show(event.data);
    });
    opened.addEventListener('people', (event) => {
      byId('people').innerHTML = event.data;
    });
  };

  // Browsers allow six connections to one address: hidden tabs leave theirs to the others.
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : join()));
  join();
}
