import { describe, expect, it } from 'vitest';
import { manifestOf, SCOPES } from '../../../adapters/slack/manifest.js';
import { slashWords } from '../../../adapters/slack/slash-words.js';
import { commands } from '../../../commands/commands.js';
import { surfaceOf } from '../../../commands/registry/surface.js';
import { manifestCommand } from '../../../src/cli/manifest.js';
import { manifest } from '../../platforms/slack/manifest.js';

const surface = surfaceOf(commands);

async function printed(...args: string[]) {
  return printedWith({}, ...args);
}

async function printedWith(env: Record<string, string>, ...args: string[]) {
  const lines: string[] = [];
  const terminal = {
    ...{ env, stdin: process.stdin, stdout: process.stdout },
    out: (line: string) => lines.push(line),
    err: (line: string) => lines.push(line),
  };
  return { code: await manifestCommand.run(args, terminal, 'fr'), text: lines.join('\n') };
}

describe('the manifest', () => {
  it('has a slash command for each function, in letters that Slack takes', () => {
    const families = new Set(surface.map(({ id }) => id.split('.')[0]));
    const words = slashWords(surface);
    expect(new Set(words.values())).toEqual(families);
    for (const word of words.keys()) expect(word).toMatch(/^[a-z0-9_-]{1,31}$/);
  });

  it('stays within what Slack accepts', () => {
    for (const locale of ['fr', 'en'] as const) {
      const read = manifest.safeParse(manifestOf(surface, locale));
      expect(read.error?.issues ?? []).toEqual([]);
    }
  });

  it('offers on messages what commands offer there, and one shortcut from anywhere', () => {
    const { features } = manifest.parse(manifestOf(surface, 'fr'));
    expect(features.shortcuts.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'global Ouvrir ECC',
      ...surface.flatMap(({ onMessage }) => (onMessage ? [`message ${onMessage.fr}`] : [])),
    ]);
  });

  it('is printed for Socket Mode, or for an address', async () => {
    const socket = JSON.parse((await printed('slack')).text);
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(socket.oauth_config.scopes.bot).toEqual(SCOPES);
    const http = JSON.parse((await printed('slack', '--url', 'https://ecc.exemple.org/')).text);
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(http.settings.event_subscriptions.request_url).toBe(
      'https://ecc.exemple.org/slack/events',
    );
    expect(http.oauth_config.redirect_urls).toEqual([
      'https://ecc.exemple.org/slack/oauth_redirect',
    ]);
  });

  it('is for the address of the settings, when there is one', async () => {
    const env = { ECC_SLACK_PUBLIC_URL: 'https://ecc.exemple.org' };
    const { settings } = JSON.parse((await printedWith(env, 'slack')).text);
    expect(settings.socket_mode_enabled).toBe(false);
    expect(settings.interactivity.request_url).toBe('https://ecc.exemple.org/slack/events');
    const wrong = await printedWith({ ECC_SLACK_PUBLIC_URL: 'http://ici' }, 'slack');
    expect(wrong.code).toBe(2);
    expect(wrong.text).toContain('ECC_SLACK_PUBLIC_URL attend');
  });

  it.each([
    [],
    ['discord'],
    ['slack', '--url'],
    ['slack', '--url', 'http://sans-chiffrement.org'],
    ['slack', '--autre'],
  ])('is refused with its usage for %j', async (...args) => {
    const { code, text } = await printed(...args);
    expect(code).toBe(2);
    expect(text).toContain('ecc manifest slack');
  });
});
