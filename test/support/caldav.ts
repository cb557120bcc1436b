import { randomBytes } from 'node:crypto';

/** A real CalDAV server, as `http://user:password@127.0.0.1:5232/user/`; tests skip without. */
export const caldavServer = (): string | null => process.env.ECC_TEST_CALDAV_URL || null;

/** A new calendar there, and what a person's own program does with it. */
export async function personalCalendar(server: string) {
  const { username: user, password, origin, pathname } = new URL(server);
  const address = `${origin}${pathname.replace(/\/*$/, '')}/${randomBytes(6).toString('hex')}/`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const ask = async (method: string, path = '', init: RequestInit = {}) => {
    const headers = { authorization, ...(init.headers as Record<string, string>) };
    return fetch(new URL(path, address), { ...init, method, headers });
  };
  const made = await ask('MKCALENDAR');
  if (made.status !== 201) throw new Error(`no calendar: ${made.status}`);

  async function paths(): Promise<string[]> {
    const answer = await ask('PROPFIND', '', { headers: { depth: '1' } });
    const found = (await answer.text()).matchAll(/<(?:\w+:)?href>([^<]+\.ics)<\/(?:\w+:)?href>/g);
    return [...new Set([...found].map(([, href = '']) => href))];
  }

  return {
    ...{ address, user, password, ask },
    async texts(): Promise<string[]> {
      return Promise.all((await paths()).map(async (path) => (await ask('GET', path)).text()));
    },
    /** The path and the text of the object that holds these words. */
    async holding(words: string): Promise<{ path: string; text: string }> {
      for (const path of await paths()) {
        const text = await (await ask('GET', path)).text();
        if (text.includes(words)) return { path, text };
      }
      throw new Error(`nothing holds “${words}” there`);
    },
    async put(path: string, text: string): Promise<void> {
      const headers = { 'content-type': 'text/calendar; charset=utf-8' };
      const { status } = await ask('PUT', path, { headers, body: text });
      if (status >= 300) throw new Error(`not taken: ${status}`);
    },
    remove: (path: string) => ask('DELETE', path),
  };
}
