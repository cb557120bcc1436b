import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SCOPES } from '../../adapters/slack/manifest.js';
import { createDiscord, type Discord, TOKEN } from '../platforms/discord/stand-in.js';
import { Homeserver } from '../platforms/matrix/homeserver.js';
import { serve } from '../platforms/matrix/http.js';
import { type SlackStandIn, slackStandIn } from '../platforms/slack/stand-in.js';
import { TOKENS } from '../platforms/slack/state.js';
import { testFolder } from '../support/database.js';
import { runEcc, startEcc } from '../support/ecc.js';

let discord: Discord;
let slack: SlackStandIn;
const homeserver = new Homeserver();
const matrix = serve(homeserver);

beforeAll(async () => {
  [discord, slack] = await Promise.all([createDiscord(), slackStandIn(), matrix.start()]);
  homeserver.register('ecc', 'a-password-nobody-shows');
});
afterAll(() => Promise.all([discord.stop(), slack.close(), matrix.kill()]));
afterEach(() => {
  Object.assign(discord.world, { invited: true, flags: 0, granted: '343597435904' });
  discord.clock.aheadMs = 0;
  slack.state.scopes = [...SCOPES];
  slack.state.mayListen = true;
});

const networks = () => ({
  ECC_DISCORD_TOKEN: TOKEN,
  ECC_DISCORD_API: discord.apiUrl(),
  ECC_SLACK_BOT_TOKEN: TOKENS.bot,
  ECC_SLACK_APP_TOKEN: TOKENS.app,
  ECC_SLACK_API: slack.apiUrl,
  ECC_MATRIX_HOMESERVER: matrix.url,
  ECC_MATRIX_USER: 'ecc',
  ECC_MATRIX_PASSWORD: 'a-password-nobody-shows',
});

async function doctor(env: Record<string, string>, cwd?: string) {
  const { code, output } = await runEcc('src/cli.ts', ['doctor'], {
    cwd: cwd ?? (await testFolder('doctor')),
    env,
  });
  expect(output).not.toMatch(/secret-of-the-bot|stand-in-(bot|app)|nobody-shows|^\s+at /m);
  return { code, lines: output.trimEnd().split('\n') };
}

const starting = (lines: readonly string[], sign: string) =>
  lines.filter((line) => line.startsWith(sign));

describe('ecc doctor', { timeout: 240_000 }, () => {
  test('all is well: a line each, nothing left behind, no session left open', async () => {
    const cwd = await testFolder('doctor');
    const { code, lines } = await doctor(networks(), cwd);
    expect(lines).toEqual([
      '✓ Réglages : tous conviennent.',
      `✓ Données : le dossier ${join(cwd, 'data')} sera fait au premier démarrage.`,
      expect.stringMatching(/^[✓!] Disque : .* libres\.$/),
      expect.stringMatching(/^✓ Clé des secrets : .*secret\.key sera faite/),
      '✓ Base : elle sera faite au premier démarrage.',
      '✓ Tâches : dans la base.',
      '✓ Discord : jeton reconnu, robot ecc, application 100000000000000001.',
      '✓ Discord : aucun « Privileged Intent », et ECC n’en demande aucun.',
      '✓ Discord : présent dans 1 serveur.',
      '✓ Slack : jeton du robot reconnu, espace de travail Atelier.',
      '✓ Slack : toutes les autorisations du manifeste sont accordées.',
      '✓ Slack : jeton d’application reconnu, Socket Mode ouvert.',
      `✓ Matrix : le serveur ${matrix.url} répond.`,
      expect.stringMatching(/^✓ Matrix : compte @ecc:\S+ reconnu\.$/),
      '✓ Matrix : le chiffrement est disponible.',
      '✓ Horloge : à l’heure.',
      '',
      'Tout va bien.',
    ]);
    expect(code).toBe(0);
    expect(await readdir(cwd)).toEqual([]);
    expect(homeserver.devices.size).toBe(0);
  });

  test('what is worth a look is no failure, and says what to do', async () => {
    Object.assign(discord.world, { invited: false, flags: 1 << 15 });
    discord.clock.aheadMs = 90_000;
    const { code, lines } = await doctor({
      ...networks(),
      ECC_MATRIX_HOMESERVER: '',
      ECC_MATRIX_USER: '',
      ECC_MATRIX_PASSWORD: '',
    });
    expect(code).toBe(0);
    expect(starting(lines, '!')).toEqual([
      expect.stringContaining('Privileged Gateway Intents'),
      '! Discord : le robot n’est dans aucun serveur.',
    ]);
    expect(lines.join('\n')).toContain('permissions=343597435904');
  });

  test('what is wrong is told all at once, each with what to do', async () => {
    slack.state.scopes = SCOPES.filter((scope) => scope !== 'im:write');
    slack.state.mayListen = false;
    const cwd = await testFolder('doctor');
    await writeFile(join(cwd, '.env'), 'ECC_WEB_PORT=x\nECC_WEB_PROT=1\nECC_ZONE=nulle-part\n');
    const { code, lines } = await doctor(
      {
        ...networks(),
        ECC_WEB_PORT: '',
        ECC_ZONE: 'nulle-part',
        REDIS_URL: 'redis://:hunter2@127.0.0.1:1',
        ECC_DISCORD_TOKEN: TOKEN.replace('itself', 'other'),
        ECC_MATRIX_PASSWORD: 'not-this-one',
      },
      cwd,
    );
    expect(code).toBe(1);
    const text = lines.join('\n');
    expect(starting(lines, '✗')).toEqual([
      expect.stringContaining('ECC_ZONE attend un fuseau'),
      expect.stringContaining('REDIS_URL ne répond pas comme prévu (ECONNREFUSED)'),
      '✗ Discord refuse le jeton du robot.',
      '✗ Slack : il manque des autorisations (im:write).',
      '✗ Slack refuse le jeton d’application (missing_scope).',
      '✗ Matrix : le serveur refuse ce nom ou ce mot de passe (M_FORBIDDEN).',
    ]);
    for (const [index, line] of lines.entries()) {
      if (/^[✗!]/.test(line)) expect(lines[index + 1]).toMatch(/^ {2}→ \S/);
    }
    expect(text).toContain('Peut-être ECC_WEB_PORT ?');
    expect(text).not.toMatch(/hunter2|not-this-one/);
    expect(lines.at(-1)).toBe('6 à corriger (✗), 1 à regarder (!).');
  });

  test('a machine whose clock is wrong, and networks that are away', async () => {
    discord.clock.aheadMs = 3_600_000;
    const away = { ECC_MATRIX_HOMESERVER: 'http://127.0.0.1:2', ECC_MATRIX_TOKEN: 'x' };
    const { code, lines } = await doctor({
      ...away,
      ...{ ECC_DISCORD_TOKEN: TOKEN, ECC_DISCORD_API: discord.apiUrl(), ECC_LANGUAGE: 'en' },
    });
    expect(code).toBe(1);
    expect(starting(lines, '✗')).toEqual([
      '✗ Matrix (127.0.0.1:2) does not answer (ECONNREFUSED).',
      expect.stringMatching(/^✗ Clock: 3(599|600|601) seconds behind that of the networks\.$/),
    ]);
  });

  test('Slack over HTTP: the application is tried, the address may be asleep', async () => {
    const byHttp = {
      ECC_SLACK_API: slack.apiUrl,
      ECC_SLACK_SIGNING_SECRET: TOKENS.signingSecret,
      ECC_SLACK_CLIENT_ID: TOKENS.clientId,
      ECC_SLACK_CLIENT_SECRET: TOKENS.clientSecret,
      ECC_SLACK_PUBLIC_URL: 'https://127.0.0.1:2',
    };
    const known = await doctor(byHttp);
    expect(known.code).toBe(0);
    expect(known.lines.join('\n')).toContain('« Client Secret » reconnus');
    expect(starting(known.lines, '!')).toEqual([
      '! Slack : ECC ne répond pas à https://127.0.0.1:2/slack/install (ECONNREFUSED).',
    ]);
    const wrong = await doctor({ ...byHttp, ECC_SLACK_CLIENT_SECRET: 'f'.repeat(32) });
    expect(wrong.code).toBe(1);
    expect(starting(wrong.lines, '✗')[0]).toContain('(bad_client_secret)');
  });

  test('beside a running ECC, then once it is stopped', async () => {
    const cwd = await testFolder('doctor');
    const ecc = await startEcc({ cwd });
    try {
      expect((await doctor({}, cwd)).lines).toContain('✓ Base : un ECC en marche s’en sert.');
    } finally {
      await ecc.stop('SIGTERM');
    }
    const stopped = await doctor({}, cwd);
    expect(stopped.code).toBe(0);
    expect(stopped.lines.join('\n')).toMatch(
      /✓ Base : embarquée \(PostgreSQL \d+\.\d+\), tables à jour\./,
    );
    await writeFile(join(cwd, 'data', 'secret.key'), 'brouillé');
    await chmod(join(cwd, 'data', 'secret.key'), 0o600);
    const broken = await doctor({}, cwd);
    expect(broken.code).toBe(1);
    expect(starting(broken.lines, '✗')).toEqual([
      expect.stringContaining('n’est pas une clé lisible'),
    ]);
    await rm(join(cwd, 'data', 'secret.key'));
    const gone = await doctor({}, cwd);
    expect(starting(gone.lines, '✗')).toEqual([
      expect.stringContaining('secret.key n’existe plus, et la base est là'),
    ]);
    expect(await readdir(join(cwd, 'data'))).not.toContain('secret.key');
  });

  test('Discord: a server where permissions are missing', async () => {
    discord.world.granted = '1024';
    const { code, lines } = await doctor({
      ...{ ECC_DISCORD_TOKEN: TOKEN, ECC_DISCORD_API: discord.apiUrl() },
    });
    expect(code).toBe(0);
    expect(starting(lines, '!')).toEqual([
      '! Discord : dans « La Fabrique », il manque des permissions (SendMessages, EmbedLinks, AttachFiles).',
    ]);
  });

  test('Matrix by token: known with its device, unknown, or no homeserver at all', async () => {
    const { token, deviceId } = homeserver.login('ecc', 'a-password-nobody-shows', 'ECCDEVICE');
    const by = { ECC_MATRIX_HOMESERVER: matrix.url, ECC_MATRIX_TOKEN: token };
    const known = await doctor(by);
    expect(known.code).toBe(0);
    expect(known.lines).toContain(`✓ Matrix : appareil ${deviceId}.`);
    expect(homeserver.devices.has(token)).toBe(true);
    homeserver.devices.clear();
    expect(starting((await doctor(by)).lines, '✗')).toEqual([
      '✗ Matrix : le serveur ne reconnaît pas le jeton d’accès.',
    ]);
    const elsewhere = await doctor({ ...by, ECC_MATRIX_HOMESERVER: new URL(slack.apiUrl).origin });
    expect(starting(elsewhere.lines, '✗')[0]).toContain('il n’y a pas de serveur Matrix');
  });

  test('a database server that is away, in the language of the settings', async () => {
    const cwd = await testFolder('doctor');
    await writeFile(join(cwd, '.env'), 'ECC_LANGUAGE=en\n');
    await mkdir(join(cwd, 'data'));
    await chmod(join(cwd, 'data'), 0o755);
    const { code, lines } = await doctor(
      { DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:1/base' },
      cwd,
    );
    expect(code).toBe(1);
    expect(starting(lines, '✗')).toEqual([
      '✗ The PostgreSQL server of DATABASE_URL does not answer as it should (ECONNREFUSED).',
    ]);
    expect(starting(lines, '!')[0]).toContain('other users can enter');
    expect(lines.join()).not.toContain('hunter2');
  });

  test('a folder that is a file, and an option that is none', async () => {
    const cwd = await testFolder('doctor');
    await writeFile(join(cwd, 'data'), '');
    const { code, lines } = await doctor({}, cwd);
    expect(code).toBe(1);
    expect(starting(lines, '✗')).toEqual([expect.stringContaining('n’est pas un dossier')]);
    await mkdir(join(cwd, 'other'));
    const refused = await runEcc('src/cli.ts', ['doctor', '--json'], { cwd });
    expect(refused).toEqual({ code: 2, output: 'L’option --json n’existe pas ici.\n' });
  });
});
