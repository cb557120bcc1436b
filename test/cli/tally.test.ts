import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ecc-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line as its user would, from the sources. */
function ecc(args: string[], { input = '', lang = 'fr_FR.UTF-8' } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli.ts', ...args],
    { input, encoding: 'utf8', env: { PATH: process.env.PATH, LANG: lang } },
  );
  const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');
  return { status, out: plain(stdout), err: plain(stderr) };
}

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const file = {
  method: 'accord',
  ballots: [{ vote: 'agree' }, { vote: 'agree', weight: '1/2' }, { vote: 'disagree' }],
  rule: { quorum: 2, threshold: '60%' },
};

describe('ecc tally', () => {
  it('prints the outcome first, then the working', () => {
    expect(ecc(['tally', saved('file.json', JSON.stringify(file))])).toEqual({
      status: 0,
      out: `Adoptée : 1,5 pour, 1 contre, 0 abstention ; voix pondérées ; quorum 2 atteint ; seuil 60 % atteint

- 1,5 pour, 1 contre, 0 abstention.
- Les voix n’ont pas toutes le même poids : 3 bulletins comptés, d’un poids total de 2,5.
- Quorum : 3 voix comptées, il en faut 2 : atteint.
- Seuil : 1,5 pour sur 2,5 exprimées, il faut au moins 60 % : atteint.
`,
      err: '',
    });
  });

  it('gives a program the keys it expects, without those that do not apply', () => {
    const path = saved('json.json', JSON.stringify(file));
    const { status, out } = ecc(['tally', '--json', path, '--lang', 'en']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      outcome: 'adopted',
      steps: [
        '1.5 for, 1 against, 0 abstentions.',
        'Votes do not all weigh the same: 3 ballots counted, of total weight 2.5.',
        'Quorum: 3 votes counted, 2 needed: reached.',
        'Threshold: 1.5 for out of 2.5 expressed, at least 60% needed: reached.',
      ],
    });
  });

  it('reads standard input, a byte order mark before it, and gives winners and ranking', () => {
    const input = `\uFEFF${JSON.stringify({
      method: 'choice',
      candidates: ['a', 'b', 'c'],
      ballots: [{ choice: 'b' }],
    })}`;
    const { out } = ecc(['tally', '-', '--json'], { input });
    expect(JSON.parse(out)).toMatchObject({
      winners: ['b'],
      ranking: [['b'], ['a', 'c']],
      outcome: 'decided',
    });
  });

  it('lists every fault with its place', () => {
    const input = '{"method":"consent","ballots":[{"vote":"oui"},{"vote":"consent","weight":-1}]}';
    expect(ecc(['tally', '-'], { input, lang: 'en_GB.UTF-8' })).toEqual({
      status: 2,
      out: '',
      err: `- is not counted:
  ballots[0].vote: "oui" is not expected here; one of: consent, objection.
  ballots[1].weight: -1 cannot be read as a weight: a number, zero or more, written 2, "1.5" or "1/3", of at most 30 digits; beyond 15 digits, in quotes.
`,
    });
  });

  test.each([
    ['an empty file', saved('empty.json', ''), /le fichier est vide/],
    ['a syntax error', saved('syntax.json', '{\n  "method": consent }'), /ligne 2, colonne 13/],
    ['bytes that are no text', saved('bytes.json', Uint8Array.of(0xff, 0xfe, 0x7b)), /UTF-8/],
    ['a file over the limit', saved('big.json', Buffer.alloc(64 * 2 ** 20 + 1, ' ')), /64 Mio/],
    ['a folder', folder, /est un dossier/],
    ['a file that is not there', join(folder, 'nope.json'), /Il n’y a pas de fichier/],
  ])('refuses %s with a sentence', (_, path, sentence) => {
    const { status, out, err } = ecc(['tally', path]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('ecc', () => {
  test.each([
    [[], 'fr', /Utilisation : ecc/],
    [['--help'], 'C', /Utilisation : ecc/],
    [['help', '--lang=en'], 'fr', /Usage: ecc <command>/],
    [['help', 'tally'], 'en_US', /Usage: ecc tally/],
    [['tally', '-h'], 'fr', /Utilisation : ecc tally/],
  ])('%j explains itself', (args, lang, sentence) => {
    const { status, out } = ecc(args, { lang });
    expect(status).toBe(0);
    expect(out).toMatch(sentence);
  });

  test.each([
    [['talli'], /ne connaît pas la commande talli/],
    [['help', 'constructor'], /ne connaît pas la commande constructor/],
    [['--verbose'], /L’option --verbose n’existe pas/],
    [['tally'], /Il faut un fichier/],
    [['tally', 'a.json', 'b.json'], /un seul/],
    [['tally', '--jsno', 'a.json'], /L’option --jsno/],
    [['tally', '--', '--json'], /pas de fichier --json/],
    [['tally', '--lang', 'tlh', 'a.json'], /ne parle pas "tlh"/],
    [['tally', 'a.json', '--lang'], /ne parle pas/],
  ])('%j is refused with a sentence', (args, sentence) => {
    const { status, out, err } = ecc(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(sentence);
  });
});

it('is installed as a file that can be executed, which the compiler’s own output is not', () => {
  const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(statSync(bin.ecc).mode & 0o111).toBe(0o111);
});
