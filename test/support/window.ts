import type { Locator, Page } from 'playwright-core';

/** A window on the room, and what a person does in it. */
export interface Window {
  readonly page: Page;
  /** What went wrong in the page unseen: exceptions, errors in the console. */
  readonly troubles: readonly string[];
  /** Opens the address as somebody new. */
  open(url: string, name: string): Promise<void>;
  /** Becomes somebody through the list of people; adds them when they are not in it. */
  be(name: string): Promise<void>;
  /** Types a line and sends it; returns once the room has it. */
  say(line: string): Promise<void>;
  /** The messages whose heading begins so. */
  titled(heading: string): Locator;
}

export function windowOn(page: Page): Window {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => {
    // A refusal is an answer like another, a lost connection a situation; browsers log both.
    if (line.type() !== 'error' || /Failed to load|ERR_/.test(line.text())) return;
    troubles.push(line.text());
  });
  const text = page.locator('#text');

  /** The script gives the focus to the composer once the room is live. */
  const arrived = (name: string) =>
    page.locator('body.room:has(#text:focus)').locator('#who summary', { hasText: name }).waitFor();

  const add = async (name: string) => {
    await page.locator('#name').fill(name);
    await page.keyboard.press('Enter');
    await arrived(name);
  };

  return {
    page,
    troubles,
    async open(url, name) {
      await page.goto(url);
      await add(name);
    },
    async be(name) {
      const self = page.locator('#who summary', { hasText: name });
      if (await self.isVisible()) return;
      await page.locator('#who summary').click();
      const known = page.locator('#people').getByRole('link', { name, exact: true });
      if ((await known.count()) === 0) return add(name);
      await known.click();
      await arrived(name);
    },
    async say(line) {
      await text.fill(line);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await page.locator('#text:placeholder-shown').waitFor();
    },
    titled: (heading) =>
      page.locator('article').filter({ has: page.getByRole('heading', { name: heading }) }),
  };
}
