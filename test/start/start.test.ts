import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { testFolder } from '../support/database.js';
import { type Ecc, runEcc, startEcc } from '../support/ecc.js';

/** The whole process, as the person who runs it sees it. */
describe('ECC started', { timeout: 240_000 }, () => {
  let running: Ecc[] = [];
  afterEach(async () => {
    await Promise.all(running.map((ecc) => ecc.stop('SIGKILL')));
    running = [];
  });
  const start = async (cwd: string, env: Record<string, string>): Promise<Ecc> => {
    const ecc = await startEcc({ cwd, env });
    running.push(ecc);
    return ecc;
  };

  test('in any folder, alone on it and on its port; killed, it comes back', async () => {
    const cwd = await testFolder('start');
    // A path too long for a Unix socket, in letters of several bytes.
    const data = join(cwd, 'Données de l’association', 'é'.repeat(60), 'données');
    const ecc = await start(cwd, { ECC_DATA: data });
    expect(ecc.output()).toMatch(/^ {2}Création de la base…\n/);
    expect(ecc.output()).toContain(`Données         ${data}`);
    expect(await (await fetch(ecc.url)).text()).toContain('Bienvenue dans l’atelier');

    const second = await runEcc('src/main.ts', [], { cwd, env: { ECC_DATA: data } });
    expect(second.code).toBe(1);
    expect(second.output).toContain(`ECC tourne déjà sur le dossier ${data} (processus`);
    expect(second.output).not.toMatch(STACK);

    const { port } = new URL(ecc.url);
    const elsewhere = { ECC_DATA: join(cwd, 'autre'), ECC_WEB_PORT: port, ECC_LANGUAGE: 'en' };
    const taken = await runEcc('src/main.ts', [], { cwd, env: elsewhere });
    expect(taken.code).toBe(1);
    expect(taken.output).toContain(`Port ${port} is taken by another program.`);
    expect(taken.output).not.toMatch(STACK);

    const { origin } = new URL(ecc.url);
    const added = await fetch(`${origin}/people?langue=fr`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), name: 'Nadia' }),
    });
    expect(added.status).toBe(200);
    expect(await ecc.stop('SIGKILL')).toBe(null);

    const again = await start(cwd, { ECC_DATA: data, ECC_WEB_PORT: port });
    expect(again.url).toBe(ecc.url);
    expect(again.output()).toMatch(/^ {2}Ouverture de la base…\n/);
    expect(await (await fetch(again.url)).text()).toContain('Nadia');
    expect(await again.stop('SIGTERM')).toBe(0);
    expect(again.output()).toMatch(
      /Arrêt : fin de ce qui est en cours…\n {2}Arrêté\. Tout est gardé\.\n$/,
    );
  });

  test('in English, in a relative folder, stopped from the keyboard', async () => {
    const cwd = await testFolder('start');
    await writeFile(join(cwd, '.env'), 'ECC_LANGUAGE=en\nECC_DATA=./my data\n');
    const ecc = await start(cwd, {});
    expect(ecc.output()).toContain(`Data            ${join(cwd, 'my data')}`);
    expect(ecc.output()).toContain('Ctrl+C stops ECC cleanly.');
    expect(await ecc.stop('SIGINT')).toBe(0);
    expect(ecc.output()).toMatch(/Stopped\. Everything is kept\.\n$/);
  });

  test('not at all with wrong settings: each is told, and no secret', async () => {
    const cwd = await testFolder('start');
    await writeFile(join(cwd, '.env'), 'ECC_LOG_LEVEL=fort\nmot de passe : azerty-secret\n');
    const { code, output } = await runEcc('src/main.ts', [], {
      cwd,
      env: {
        ECC_WEB_PORT: '80 80',
        ECC_WEB_SECRET: 'court-secret',
        ECC_SECRET_KEY: 'clé-secrète',
        DATABASE_URL: 'mysql://moi:secret@machine/base',
        ECC_WEB_PROT: '80',
      },
    });
    expect(code).toBe(2);
    for (const part of [
      'ECC_WEB_PROT n’est pas un réglage d’ECC. Peut-être ECC_WEB_PORT ?',
      'ECC_WEB_PORT attend un nombre entier de 0 à 65535 ; « 80 80 » ne convient pas.',
      'ECC_WEB_SECRET attend au moins 16 caractères.',
      'ECC_SECRET_KEY attend',
      'ECC_LOG_LEVEL attend',
      'DATABASE_URL attend une adresse de la forme',
      '.env, ligne 2 : il faut NOM=valeur',
    ]) {
      expect(output).toContain(part);
    }
    expect(output).not.toMatch(/azerty|court-secret|clé-secrète|moi:/);
    expect(output).not.toMatch(STACK);
  });
});

/** A line of a stack trace. */
const STACK = /^\s+at /m;
