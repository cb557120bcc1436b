import type { Playground } from './playground.js';

interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/** Reads the room's events as a browser does (the parts of the format that are used). */
export async function listenTo(
  room: Playground,
  who: { readonly je: string; readonly langue?: string },
  headers: Record<string, string> = {},
) {
  const leaving = new AbortController();
  const query = new URLSearchParams({ langue: 'fr', since: String(Date.now()), ...who });
  const response = await fetch(new URL(`/events?${query}`, room.adapter.url()), {
    headers,
    signal: leaving.signal,
  });
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  let end = (_ended: boolean) => {};
  const ended = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  const events: ServerEvent[] = [];
  const waiting: ((event: ServerEvent) => void)[] = [];

  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return end(true);
      buffer += decoder.decode(value, { stream: true });
      const blocks = buffer.split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks.filter((part) => part.startsWith('event:'))) take(block);
    }
  };
  const take = (block: string) => {
    const values = (name: string) =>
      block
        .split('\n')
        .filter((line) => line.startsWith(`${name}: `))
        .map((line) => line.slice(name.length + 2));
    const [id] = values('id');
    const event = {
      event: values('event')[0] ?? '',
      data: values('data').join('\n'),
      ...(id === undefined ? {} : { id }),
    };
    const next = waiting.shift();
    if (next) next(event);
    else events.push(event);
  };
  read().catch(() => end(false));

  return {
    ended,
    leave: () => leaving.abort(),
    next: async (): Promise<ServerEvent> =>
      events.shift() ?? new Promise((resolve) => waiting.push(resolve)),
  };
}
