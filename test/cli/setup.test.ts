import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { createDiscord, type Discord, TOKEN } from '../platforms/discord/stand-in.js';
import { Homeserver } from '../platforms/matrix/homeserver.js';
import { serve } from '../platforms/matrix/http.js';
import { type SlackStandIn, slackStandIn } from '../platforms/slack/stand-in.js';
import { TOKENS } from '../platforms/slack/state.js';
import { testFolder } from '../support/database.js';
import { runEcc } from '../support/ecc.js';
import { atTerminal, KEYS, type Typed } from './support/keyboard.js';

const { enter, space, down, leave, clear } = KEYS;
const PASSWORD = 'un mot de "passe" # long';

let discord: Discord;
let slack: SlackStandIn;
const homeserver = new Homeserver();
const matrix = serve(homeserver);
let path: string;
let apis: Record<string, string>;

beforeAll(async () => {
  [discord, slack] = await Promise.all([createDiscord(), slackStandIn(), matrix.start()]);
  homeserver.register('ecc', PASSWORD);
  apis = { ECC_DISCORD_API: discord.apiUrl(), ECC_SLACK_API: slack.apiUrl };
});
afterAll(() => Promise.all([discord.stop(), slack.close(), matrix.kill()]));
beforeEach(async () => {
  path = join(await testFolder('setup'), '.env');
});

const french: Typed = ['Langue', enter];
const written = (): Promise<string> => readFile(path, 'utf8');

describe('ecc setup', () => {
  test('connects three networks, each tried, and leaves the rest of the file as it was', async () => {
    const before =
      '# à nous\nECC_ZONE=Europe/Paris # ici\n# ECC_DISCORD_TOKEN=\n\nAUTRE="deux\nlignes"\n';
    await writeFile(path, before, { mode: 0o644 });
    const { code, screen } = await atTerminal({ path, env: apis }, [
      french,
      ['Quels réseaux', `${space}${down}${space}${down}${space}${enter}`],
      ['ECC_DISCORD_TOKEN', `pas un jeton${enter}`],
      ['Il faut le jeton que donne Discord', `${clear}${TOKEN}${enter}`],
      ['Comment relier Slack ?', enter],
      ['ECC_SLACK_BOT_TOKEN', `${TOKENS.bot}${enter}`],
      ['ECC_SLACK_APP_TOKEN', `${TOKENS.app}${enter}`],
      ['Comment se connecter à Matrix ?', enter],
      ['ECC_MATRIX_HOMESERVER', `${matrix.url}${enter}`],
      ['ECC_MATRIX_USER', `ecc${enter}`],
      ['ECC_MATRIX_PASSWORD', `${PASSWORD}${enter}`],
      ['Écrire dans', enter],
    ]);
    expect(code).toBe(0);
    expect(screen).toContain('« Reset Token »');
    expect(screen).toContain('ECC_DISCORD_TOKEN=••••••••');
    expect(screen).not.toMatch(/secret-of-the-bot|stand-in-(bot|app)|mot de "passe"/);
    const after = await written();
    expect(after).toContain(`# ECC_DISCORD_TOKEN=\nECC_DISCORD_TOKEN=${TOKEN}\n`);
    expect(
      after
        .split('\n')
        .filter((line) => before.split('\n').includes(line))
        .join('\n'),
    ).toBe(before);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(path, '..'))).toEqual(['.env']);
    expect(readConfig(parseEnv(after))).toMatchObject({
      ok: true,
      config: {
        discord: { token: TOKEN },
        slack: { botToken: TOKENS.bot, appToken: TOKENS.app },
        matrix: { homeserver: matrix.url, credentials: { user: 'ecc', password: PASSWORD } },
      },
    });
    expect(homeserver.devices.size).toBe(0);
  });

  test('says what is wrong, and lets it be corrected or left out', async () => {
    const { code, screen } = await atTerminal({ path, env: apis }, [
      french,
      ['Quels réseaux', `${space}${down}${space}${enter}`],
      ['ECC_DISCORD_TOKEN', `${TOKEN}x${enter}`],
      ['Discord refuse le jeton', ''],
      ['Que faire ?', enter],
      ['Entrée garde l’actuel', `${TOKEN}${enter}`],
      ['Comment relier Slack ?', enter],
      ['ECC_SLACK_BOT_TOKEN', `${TOKENS.bot}${enter}`],
      ['ECC_SLACK_APP_TOKEN', `xapp-2-other${enter}`],
      ['refuse le jeton d’application (invalid_auth)', ''],
      ['Que faire ?', `${down}${enter}`],
      ['Écrire dans', enter],
    ]);
    expect(code).toBe(0);
    expect(screen).toContain('« App-Level Tokens »');
    expect(await written()).toBe(`ECC_DISCORD_TOKEN=${TOKEN}\n`);
  });

  test.each<[string, readonly Typed[]]>([
    ['at the first question', [['Langue', leave]]],
    [
      'in the middle of a secret',
      [french, ['Quels', `${space}${enter}`], ['TOKEN', `abc${leave}`]],
    ],
    [
      'at the last question',
      [
        french,
        ['Quels', `${space}${enter}`],
        ['ECC_DISCORD_TOKEN', `${TOKEN}${enter}`],
        ['Écrire dans', leave],
      ],
    ],
  ])('left with Ctrl+C %s, it writes nothing and says so', async (_, typed) => {
    await writeFile(path, 'A=1\n');
    const { code, screen } = await atTerminal({ path, env: apis }, typed);
    expect(code).toBe(130);
    expect(screen).toContain('Rien n’a été écrit');
    expect(await written()).toBe('A=1\n');
    expect(await readdir(join(path, '..'))).toEqual(['.env']);
  });

  test('in English, Slack moves from Socket Mode to HTTP: the two tokens are emptied', async () => {
    const target = join(path, '..', 'real.env');
    const tokens = `ECC_SLACK_BOT_TOKEN=${TOKENS.bot}\nECC_SLACK_APP_TOKEN=${TOKENS.app}\n`;
    await writeFile(target, tokens);
    await symlink('real.env', path);
    const { code, screen } = await atTerminal({ path, env: apis }, [
      ['Langue', `${down}${enter}`],
      ['Which networks', `${down}${space}${enter}`],
      ['How to connect Slack?', `${down}${enter}`],
      ['ECC_SLACK_PUBLIC_URL', `https://127.0.0.1:2${enter}`],
      ['ECC_SLACK_SIGNING_SECRET', `${TOKENS.signingSecret}${enter}`],
      ['ECC_SLACK_CLIENT_ID', `${TOKENS.clientId}${enter}`],
      ['ECC_SLACK_CLIENT_SECRET', `${'f'.repeat(32)}${enter}`],
      ['bad_client_secret', ''],
      ['What now?', enter],
      ['ECC_SLACK_PUBLIC_URL', enter],
      ['ECC_SLACK_SIGNING_SECRET', enter],
      ['ECC_SLACK_CLIENT_ID', enter],
      ['ECC_SLACK_CLIENT_SECRET', `${TOKENS.clientSecret}${enter}`],
      ['Write to', enter],
    ]);
    expect(code).toBe(0);
    expect(screen).toContain('ECC_SLACK_BOT_TOKEN= (emptied)');
    const after = parseEnv(await readFile(target, 'utf8'));
    expect(after).toEqual({
      ECC_LANGUAGE: 'en',
      ECC_SLACK_BOT_TOKEN: '',
      ECC_SLACK_APP_TOKEN: '',
      ECC_SLACK_PUBLIC_URL: 'https://127.0.0.1:2',
      ECC_SLACK_SIGNING_SECRET: TOKENS.signingSecret,
      ECC_SLACK_CLIENT_ID: TOKENS.clientId,
      ECC_SLACK_CLIENT_SECRET: TOKENS.clientSecret,
    });
    expect(readConfig(after)).toMatchObject({ ok: true });
  });

  test('without a change, or without a yes, nothing is written', async () => {
    const none = await atTerminal({ path, env: { ...apis, ECC_LANGUAGE: 'fr' } }, [
      ['Quels réseaux', enter],
    ]);
    expect(none.code).toBe(0);
    expect(none.screen).toContain('Rien à écrire');
    const no = await atTerminal({ path, env: apis }, [
      french,
      ['Quels réseaux', `${space}${enter}`],
      ['ECC_DISCORD_TOKEN', `${TOKEN}${enter}`],
      ['Écrire dans', `n`],
    ]);
    expect(no.code).toBe(0);
    expect(no.screen).toContain('Rien n’a été écrit');
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  test('warns that the environment has the last word', async () => {
    const env = { ...apis, ECC_DISCORD_TOKEN: `${TOKEN}x` };
    const { screen } = await atTerminal({ path, env }, [
      french,
      ['Quels réseaux', `${space}${enter}`],
      ['ECC_DISCORD_TOKEN', `${TOKEN}${enter}`],
      ['Écrire dans', enter],
    ]);
    expect(screen).toContain('ECC_DISCORD_TOKEN y est aussi');
  });

  test.each([
    ['fr', '« ecc setup » pose des questions et demande un terminal'],
    ['en', '“ecc setup” asks questions and needs a terminal'],
  ])('without a terminal, it says what to do instead (%s)', async (lang, sentence) => {
    const cwd = join(path, '..');
    const { code, output } = await runEcc('src/cli.ts', ['setup', '--lang', lang], { cwd });
    expect(code).toBe(2);
    expect(output).toContain(sentence);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(cwd)).toEqual([]);
  });
});
