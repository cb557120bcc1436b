import type { WebMessage } from './types.js';

/** What an open page is told: a message said or edited, or that the list of people changed. */
export type News =
  | { readonly type: 'message'; readonly roomId: string; readonly message: WebMessage }
  | { readonly type: 'people' };

/** What one open page has not been sent yet. */
export interface Mailbox {
  /** The next piece of news, `quiet` when none came in time, `closed` when there will be none. */
  next(quietAfterMs: number): Promise<News | 'quiet' | 'closed'>;
  leave(): void;
}

export interface Hub {
  /** News of one room, as one person may have it. */
  join(person: string, roomId: string): Mailbox;
  /** Closes the mailboxes of a room: its pages come back, and find it as it is. */
  leave(roomId: string): void;
  publish(news: News): void;
  /** Closes every mailbox, so that the process can exit. */
  end(): void;
}

/** A page this late is let go of: its browser comes back and asks for what it missed. */
const MAX_WAITING = 1000;

export function createHub(): Hub {
  let ended = false;
  const listeners = new Set<{
    person: string;
    roomId: string;
    receive(news: News): void;
    close(): void;
  }>();

  const join = (person: string, roomId: string): Mailbox => {
    const waiting: News[] = [];
    let open = !ended;
    let wake = () => {};
    const close = () => {
      open = false;
      listeners.delete(listener);
      wake();
    };
    const listener = {
      person,
      roomId,
      close,
      receive: (news: News) => {
        if (waiting.push(news) > MAX_WAITING) close();
        wake();
      },
    };
    if (open) listeners.add(listener);
    return {
      leave: close,
      next: async (quietAfterMs) => {
        if (open && waiting.length === 0) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, quietAfterMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
        if (!open) return 'closed';
        return waiting.shift() ?? 'quiet';
      },
    };
  };

  return {
    join,
    publish: (news) => {
      for (const { person, roomId, receive } of listeners) {
        if (news.type === 'message' && news.roomId !== roomId) continue;
        const onlyFor = news.type === 'message' ? news.message.onlyFor : null;
        if (onlyFor === null || onlyFor === person) receive(news);
      }
    },
    leave: (roomId) => {
      for (const one of listeners) if (one.roomId === roomId) one.close();
    },
    end: () => {
      ended = true;
      for (const { close } of listeners) close();
    },
  };
}
