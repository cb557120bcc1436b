import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser } from '../../../support/browser.js';
import { buildClient, openPlayground, type Playground } from './playground.js';

/** A new playground for each test of a suite, one browser for all, and what people do there. */
export function browserRoom() {
  let browser: Browser;
  let room: Playground;
  let troubles: string[] = [];

  beforeAll(async () => {
    buildClient();
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    troubles = [];
    room = await openPlayground();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await room.adapter.stop();
  });

  const blank = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'fr-FR', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(5000);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => {
      // A refusal is an answer like another; the browser's console calls it an error.
      if (line.type() !== 'error' || line.text().startsWith('Failed to load')) return;
      troubles.push(line.text());
    });
    return page;
  };
  /** The script gives the focus to the composer once the room is live. */
  const ready = (page: Page) => expect.poll(() => focused(page)).toBe('text');
  const enter = async (name: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const known = room.registry.people.find((person) => person.name === name);
    const id = known?.userId ?? randomUUID();
    if (!known) await room.send('/people?langue=fr', { id, name });
    const page = await blank(options);
    await page.goto(`${room.adapter.url()}?je=${id}&langue=fr`);
    await ready(page);
    return page;
  };
  const type = async (page: Page, line: string) => {
    await page.locator('#text').fill(line);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
  };
  const focused = async (page: Page) => {
    const [name = ''] = await page
      .locator(':focus')
      .evaluateAll((found) =>
        found.map((one) => one.getAttribute('name') || one.id || one.textContent || ''),
      );
    return name;
  };

  return {
    get room() {
      return room;
    },
    /** After a restart. */
    set room(next) {
      room = next;
    },
    /** What went wrong in the pages unseen: exceptions, errors in the console. */
    get troubles() {
      return troubles;
    },
    ...{ blank, ready, enter, type, focused },
  };
}
