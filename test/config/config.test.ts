import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEnvFile } from '../../src/config/env-file.js';
import { envExample } from '../../src/config/example.js';
import type { Env } from '../../src/config/setting.js';
import { SETTINGS } from '../../src/config/settings.js';
import { readConfig } from '../../src/config.js';
import { testFolder } from '../support/database.js';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('the settings', () => {
  it('need nothing to be told', () => {
    const result = readConfig({});
    expect(result).toMatchObject({
      ok: true,
      warnings: [],
      config: {
        dataDir: './data',
        databaseUrl: null,
        redisUrl: null,
        webHost: '127.0.0.1',
        webPort: 4110,
        webSecret: null,
        publicUrl: null,
        secretKeys: null,
        fetchAllow: [],
        language: 'fr',
        logLevel: 'warn',
      },
    });
  });

  it('take what is given, and blanks for nothing given', () => {
    const result = readConfig({
      ECC_DATA: ' /srv/données de l’asso ',
      DATABASE_URL: '',
      REDIS_URL: 'rediss://:p@cache:6380/2',
      ECC_WEB_HOST: '::1',
      ECC_WEB_PORT: '8080',
      ECC_SECRET_KEY: `${KEY}, ${Buffer.alloc(32, 8).toString('base64')}`,
      ECC_FETCH_ALLOW: 'agenda.local:5232, 10.1.0.0/16,[::1]:80,fd00::/8',
      ECC_LANGUAGE: 'en',
      ECC_ZONE: 'America/Martinique',
      ECC_KEEP_DAYS: '365',
      ECC_LOG_LEVEL: '  ',
    });
    expect(result).toMatchObject({
      ok: true,
      config: {
        dataDir: '/srv/données de l’asso',
        databaseUrl: null,
        redisUrl: 'rediss://:p@cache:6380/2',
        webPort: 8080,
        secretKeys: [Buffer.alloc(32, 7), Buffer.alloc(32, 8)],
        fetchAllow: ['agenda.local:5232', '10.1.0.0/16', '[::1]:80', 'fd00::/8'],
        language: 'en',
        zone: 'America/Martinique',
        keepDays: 365,
        logLevel: 'warn',
      },
    });
  });

  it('take another address for the API of a network', () => {
    const tokens = {
      ECC_DISCORD_TOKEN: `${'x'.repeat(24)}.y.${'z'.repeat(27)}`,
      ECC_SLACK_BOT_TOKEN: 'xoxb-1',
      ECC_SLACK_APP_TOKEN: 'xapp-1',
    };
    const bare = readConfig(tokens);
    expect(bare.ok && [bare.config.discord, bare.config.slack]).toEqual([
      { token: tokens.ECC_DISCORD_TOKEN },
      { botToken: 'xoxb-1', appToken: 'xapp-1' },
    ]);
    const told = readConfig({
      ...tokens,
      ECC_DISCORD_API: 'http://127.0.0.1:1/api',
      ECC_SLACK_API: 'https://slack-gov.com/api/',
    });
    expect(told).toMatchObject({
      config: {
        discord: { apiUrl: 'http://127.0.0.1:1/api' },
        slack: { apiUrl: 'https://slack-gov.com/api/' },
      },
    });
  });

  const BY_HTTP = {
    ECC_SLACK_SIGNING_SECRET: 'f'.repeat(32),
    ECC_SLACK_CLIENT_ID: '12.34',
    ECC_SLACK_CLIENT_SECRET: 'e'.repeat(32),
    ECC_SLACK_PUBLIC_URL: 'https://ecc.exemple.org/',
  };

  it('take Slack over HTTP, whole', () => {
    expect(readConfig({ ...BY_HTTP, ECC_SLACK_PORT: '8081' })).toMatchObject({
      config: {
        slack: {
          publicUrl: 'https://ecc.exemple.org',
          clientId: '12.34',
          host: '127.0.0.1',
          port: 8081,
        },
      },
    });
    const { ECC_SLACK_CLIENT_ID: _, ECC_SLACK_SIGNING_SECRET: __, ...half } = BY_HTTP;
    expect(faultsOf(half)).toEqual([
      expect.stringMatching(/il manque ECC_SLACK_SIGNING_SECRET, ECC_SLACK_CLIENT_ID\.$/),
    ]);
    expect(
      faultsOf({ ...BY_HTTP, ECC_SLACK_PUBLIC_URL: 'https://ici/ecc', ECC_SLACK_PORT: 'x' }),
    ).toEqual([
      expect.stringContaining('ECC_SLACK_PUBLIC_URL attend'),
      expect.stringContaining('ECC_SLACK_PORT attend'),
    ]);
  });

  it('take Slack one way or the other, and say which settings are of which', () => {
    expect(faultsOf({ ...BY_HTTP, ECC_SLACK_APP_TOKEN: 'xapp-1' })).toEqual([
      expect.stringMatching(/Socket Mode \(ECC_SLACK_APP_TOKEN\).*HTTP \(ECC_SLACK_SIGNING_SECRET/),
    ]);
  });

  it('take how long ECC answers after an absence, in hours', () => {
    const account = { ECC_MATRIX_HOMESERVER: 'https://m.org', ECC_MATRIX_TOKEN: 'x' };
    const within = (env: Env) => {
      const read = readConfig({ ...account, ...env });
      return read.ok && read.config.matrix?.answerWithinMs;
    };
    expect(within({})).toBe(24 * 3_600_000);
    expect(within({ ECC_MATRIX_ANSWER_WITHIN: '0.5' })).toBe(1_800_000);
  });

  it.each<[string, string]>([
    ['ECC_MATRIX_ANSWER_WITHIN', '0'],
    ['ECC_MATRIX_ANSWER_WITHIN', '-1'],
    ['ECC_MATRIX_ANSWER_WITHIN', 'deux jours'],
    ['ECC_DISCORD_API', 'discord.com/api'],
    ['ECC_SLACK_API', 'ftp://slack.com/api'],
    ['ECC_WEB_PORT', '80a'],
    ['ECC_WEB_PORT', '65536'],
    ['ECC_WEB_PORT', '-1'],
    ['ECC_WEB_HOST', 'http://localhost'],
    ['ECC_LANGUAGE', 'de'],
    ['ECC_FETCH_ALLOW', 'agenda.local'],
    ['ECC_FETCH_ALLOW', 'agenda.local:0'],
    ['ECC_FETCH_ALLOW', 'http://agenda.local:80'],
    ['ECC_FETCH_ALLOW', '10.0.0.0/33'],
    ['ECC_FETCH_ALLOW', '10.0.0/8'],
    ['ECC_FETCH_ALLOW', '::1:80'],
    ['ECC_FETCH_ALLOW', '999.1.1.1:80'],
    ['ECC_FETCH_ALLOW', '10.0.0.0/8,'],
    ['ECC_ZONE', 'Paris'],
    ['ECC_ZONE', '+02:00'],
    ['ECC_LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://a:b@c/d'],
    ['DATABASE_URL', 'postgresql:nowhere'],
    ['REDIS_URL', 'localhost:6379'],
    ['ECC_WEB_SECRET', 'short'],
    ['ECC_SECRET_KEY', 'tooshort'],
    ['ECC_SECRET_KEY', `${KEY},`],
  ])('refuse %s=%s', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  it('say everything that is wrong at once', () => {
    const faults = faultsOf({
      ECC_WEB_PORT: 'x',
      ECC_ZONE: 'y',
      DATABASE_URL: 'z',
      ECC_WEB_HOST: '0.0.0.0',
    });
    expect(faults.join('\n')).toMatch(
      /DATABASE_URL[\s\S]*ECC_WEB_PORT[\s\S]*ECC_ZONE[\s\S]*ECC_WEB_SECRET manque/,
    );
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'ecc.example.org'])(
    'ask for a password before they open the playground on %s',
    (host) => {
      expect(faultsOf({ ECC_WEB_HOST: host })).toHaveLength(1);
      expect(readConfig({ ECC_WEB_HOST: host, ECC_WEB_SECRET: 'x'.repeat(16) }).ok).toBe(true);
      // One sentence is enough: the password is there, and too short.
      expect(faultsOf({ ECC_WEB_HOST: host, ECC_WEB_SECRET: 'x' })).toHaveLength(1);
    },
  );

  it('never show a secret, even in part', () => {
    const secrets = Object.values(SETTINGS).filter(({ secret }) => secret);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[G-Z]{8,40}$/),
        fc.constantFrom(...secrets),
        (word, { name }) => {
          const result = readConfig({ [name]: `hunter2-${word}`, ECC_WEB_PORT: 'x' });
          const shown = JSON.stringify([result.ok ? [] : result.faults, result.warnings]);
          expect(shown).not.toContain('hunter2');
          expect(shown).not.toContain(word.slice(0, 6));
        },
      ),
    );
  });

  it('show what else was wrong without letting it act on a terminal', () => {
    const [fault = ''] = faultsOf({ ECC_ZONE: `\u001b[2J${'x'.repeat(500)}` });
    expect(fault).not.toContain('\u001b');
    expect(fault.length).toBeLessThan(250);
  });

  it('warn of a name that is not one, with the nearest that is', () => {
    const { warnings } = readConfig({
      ECC_WEB_PROT: '1',
      ECC_SOMETHING: '1',
      ECC_TEST_X: '1',
      PATH: '',
    });
    expect(warnings.map(({ en }) => en)).toEqual([
      'ECC_WEB_PROT is not a setting of ECC. Perhaps ECC_WEB_PORT?',
      'ECC_SOMETHING is not a setting of ECC.',
    ]);
  });

  it('have an example that is up to date and says only right values', async () => {
    const example = await readFile(join(import.meta.dirname, '../../.env.example'), 'utf8');
    expect(example).toBe(envExample());
    const folder = await testFolder('env');
    await writeFile(join(folder, '.env'), example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
    const { env, faults } = await withEnvFile(join(folder, '.env'), {});
    expect(faults).toEqual([]);
    expect(Object.keys(env)).toHaveLength(Object.keys(SETTINGS).length);
    expect(readConfig(env)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('the .env file', () => {
  async function read(text: string, env: Env = {}) {
    const path = join(await testFolder('env'), '.env');
    await writeFile(path, text);
    return withEnvFile(path, env);
  }

  it('adds to the environment, which has the last word', async () => {
    const { env, faults } = await read(
      '\uFEFF# words\r\nA=1\r\nexport B = "two words" # why\r\nC=\n',
      {
        A: 'real',
      },
    );
    expect(faults).toEqual([]);
    expect(env).toEqual({ A: 'real', B: 'two words', C: '' });
  });

  it('may be missing', async () => {
    const path = join(await testFolder('env'), '.env');
    expect(await withEnvFile(path, { A: '1' })).toEqual({ env: { A: '1' }, faults: [] });
  });

  it('is told when it is not a file', async () => {
    const { faults } = await withEnvFile(await testFolder('env'), {});
    expect(faults[0]?.en).toContain('EISDIR');
  });

  it('is told where it makes no sense, without a word of it', async () => {
    const { faults } = await read('A=1\nhunter2\nB="several\nlines"\nC="never closed\nD=hunter2\n');
    expect(faults.map(({ en }) => /line (\d+)/.exec(en)?.[1])).toEqual(['2', '5']);
    expect(JSON.stringify(faults)).not.toContain('hunter2');
  });
});

function faultsOf(env: Env): string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.faults.map(({ fr }) => fr);
}
