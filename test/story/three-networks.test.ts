import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { testFolder } from '../support/database.js';
import { type Ecc, startEcc } from '../support/ecc.js';
import { until } from '../support/until.js';
import { discordNetwork } from './networks/discord.js';
import { matrixNetwork } from './networks/matrix.js';
import type { Network, Said } from './networks/network.js';
import { slackNetwork } from './networks/slack.js';

/** For a slow machine with other tests on it. */
const THE_STORY_MS = 600_000;
const PEOPLE = ['Nadia', 'Bruno', 'Chloé', 'Dao', 'Inès'];
const SIGNS = { Pour: '👍', Contre: '👎', 'Je m’abstiens': '😶' };

let discord: Network;
let slack: Network;
let matrix: Network;
let ecc: Ecc;
let folder: string;

beforeAll(async () => {
  folder = await testFolder('networks');
  [discord, slack, matrix] = [
    await discordNetwork('Nadia'),
    await slackNetwork('Chloé'),
    await matrixNetwork('Dao', SIGNS),
  ];
});
afterAll(async () => {
  await ecc?.stop('SIGKILL');
  for (const network of [discord, slack, matrix]) await network?.kill();
});

const start = async (): Promise<Ecc> =>
  startEcc({
    cwd: folder,
    env: { ECC_DATA: join(folder, 'data'), ...discord.env, ...slack.env, ...matrix.env },
  });

test('one decision over three networks', { timeout: THE_STORY_MS }, async () => {
  onTestFailed(() => {
    for (const one of [discord, slack, matrix]) console.error(one.name, read(one), one.faults());
    console.error(ecc.output());
  });
  ecc = await start();

  // Proposed on Discord in French; the rooms of the two others join its community.
  await discord.command(
    'Nadia',
    'décision proposer titre:"Ouvrir le samedi" proposition:"À deux bénévoles au moins." ' +
      'méthode:accord échéance:"dans trois jours" clôture-anticipée:oui',
  );
  await shows(discord, 'Personne n’a encore voté');
  await slack.command('Chloé', `link-room ${await codeFrom(discord, 'Nadia', 'ecc relier')}`);
  await hears(slack, 'Chloé', 'Linked: this room is now part of');
  await shows(slack, 'Proposed by Nadia', 'Nobody has voted yet');
  await matrix.command('Dao', `ecc relier ${await codeFrom(discord, 'Nadia', 'ecc relier')}`);
  await shows(matrix, 'Proposé par Nadia', 'Personne n’a encore voté');

  // Voted everywhere; Inès has an account on two of them, and two voices for now.
  await discord.vote('Bruno', card(discord), 'Pour');
  await hears(discord, 'Bruno', 'C’est noté : vous êtes pour.');
  await slack.vote('Chloé', card(slack), 'Against');
  await hears(slack, 'Chloé', 'Noted: you are against.');
  await matrix.vote('Dao', card(matrix), 'Pour');
  await hears(matrix, 'Dao', 'C’est noté : vous êtes pour.');
  await slack.vote('Inès', card(slack), 'Against');
  await hears(slack, 'Inès', 'Noted: you are against.');
  await matrix.vote('Inès', card(matrix), 'Pour');
  await hears(matrix, 'Inès', 'C’est noté : vous êtes pour.');
  await counts({ voices: 5, of: 6, agree: 3, disagree: 2, abstain: 0 });

  // Slack is away: the others go on, and it catches up, in order.
  const before = card(slack);
  await slack.kill();
  await discord.command('Nadia', 'décision échéance décision:1 échéance:"dans quatre jours"');
  await discord.command('Nadia', 'décision échéance décision:1 échéance:"dans cinq jours"');
  await discord.vote('Bruno', card(discord), 'Je m’abstiens');
  await counts({ voices: 5, of: 6, agree: 2, disagree: 2, abstain: 1 }, [discord, matrix]);
  for (const one of [discord, matrix]) await announces(one, 2);
  expect(card(slack)).toEqual(before);
  await slack.restart();
  await announces(slack, 2);
  await counts({ voices: 5, of: 6, agree: 2, disagree: 2, abstain: 1 });
  expect(closings(slack).map(day)).toEqual(closings(discord).map(day));
  expect(new Set(closings(slack).map(day)).size).toBe(2);

  // Then Matrix, then Discord.
  await matrix.kill();
  await discord.vote('Bruno', card(discord), 'Pour');
  await counts({ voices: 5, of: 6, agree: 3, disagree: 2, abstain: 0 }, [discord, slack]);
  await matrix.restart();
  await counts({ voices: 5, of: 6, agree: 3, disagree: 2, abstain: 0 });
  await discord.kill();
  await matrix.vote('Dao', card(matrix), 'Je m’abstiens');
  await counts({ voices: 5, of: 6, agree: 2, disagree: 2, abstain: 1 }, [slack, matrix]);
  await discord.restart();
  await counts({ voices: 5, of: 6, agree: 2, disagree: 2, abstain: 1 });

  // As soon as Chloé is told that her vote is changed, ECC is killed; Dao votes while it is down.
  await slack.vote('Chloé', card(slack), 'For');
  await hears(slack, 'Chloé', 'Changed: you are for.');
  await ecc.stop('SIGKILL');
  await matrix.vote('Dao', card(matrix), 'Contre');
  ecc = await start();
  await counts({ voices: 5, of: 6, agree: 3, disagree: 2, abstain: 0 });
  await hears(matrix, 'Dao', 'C’est changé : vous êtes contre.');

  // Killed again, when one room has heard of the new deadline and the others perhaps not yet.
  await discord.command('Nadia', 'décision échéance décision:1 échéance:"dans six jours"');
  await until('one room hears', () => networks().some((one) => closings(one).length === 3));
  await ecc.stop('SIGKILL');
  ecc = await start();
  for (const one of networks()) await announces(one, 3);

  // Inès proves that both accounts are hers: one voice, the later; then she votes again.
  const code = await codeFrom(slack, 'Inès', 'link');
  await matrix.command('Inès', `ecc lier ${code}`);
  await hears(matrix, 'Inès', 'Vous aviez voté depuis les deux sur D-1');
  await counts({ voices: 4, of: 5, agree: 3, disagree: 1, abstain: 0 });
  await slack.vote('Inès', card(slack), 'I abstain');
  await hears(slack, 'Inès', 'Changed: you abstain.');
  await counts({ voices: 4, of: 5, agree: 2, disagree: 1, abstain: 1 });

  // The last voice closes it; ECC is killed as soon as one room hears the outcome.
  await discord.vote('Nadia', card(discord), 'Pour');
  await until('one room hears the outcome', () =>
    networks().some((one) => about(one).length === 2),
  );
  await ecc.stop('SIGKILL');
  ecc = await start();
  for (const one of networks()) {
    const fr = 'Adoptée : 3 pour, 1 contre, 1 abstention';
    const en = 'Adopted: 3 for, 1 against, 1 abstention';
    const outcome = one === slack ? en : fr;
    const said = () => about(one).filter(({ text }) => text.includes(outcome)).length;
    // Once on the card, once by itself.
    await until(
      `the outcome on ${one.name}`,
      () => said() === 2,
      () => read(one),
    );
  }

  // Everything was said once, and in order; nothing was refused.
  expect(await ecc.stop('SIGTERM')).toBe(0);
  for (const one of networks()) {
    const course = one.room().flatMap(({ text }) => /D-1\b.*/.exec(text)?.[0] ?? []);
    const isAbout = course.map((title) => title.includes('Ouvrir le samedi'));
    expect(isAbout, one.name).toEqual([true, false, false, false, true]);
    expect(new Set(closings(one).map(day)).size, one.name).toBe(3);
    for (const who of PEOPLE)
      expect(one.told(who), `${who} on ${one.name}`).toEqual([...new Set(one.told(who))]);
    expect(one.faults(), one.name).toEqual([]);
  }
  expect(matrix.room().filter(({ text }) => text.startsWith('Bonjour'))).toHaveLength(1);
});

const networks = (): Network[] => [discord, slack, matrix];
const read = (network: Network): string =>
  network
    .room()
    .map(({ text }) => text)
    .join('\n———\n');

/** The messages about the decision itself: its card, then its outcome. */
const about = (network: Network): Said[] =>
  network.room().filter(({ text }) => text.includes('D-1 · Ouvrir le samedi'));

function card(network: Network): Said {
  const [found] = about(network);
  if (!found) throw new Error(`no card on ${network.name}:\n${read(network)}`);
  return found;
}

/** What was announced of its deadline, in order. */
const closings = (network: Network): string[] =>
  network
    .room()
    .flatMap(({ text }) => /(?:La clôture de|now closes|is now)[^\n]*/.exec(text)?.[0] ?? []);
/** The day of the month it names, in either language. */
const day = (text: string): string | undefined => /\d+/.exec(text)?.[0];

async function shows(network: Network, ...words: string[]): Promise<void> {
  const shown = (word: string) => about(network)[0]?.text.includes(word);
  for (const one of words) {
    await until(
      `“${one}” on ${network.name}`,
      () => shown(one),
      () => read(network),
    );
  }
}

async function hears(network: Network, who: string, words: string): Promise<void> {
  const said = () => network.told(who).filter((text) => text.includes(words));
  await until(
    `“${words}” to ${who} on ${network.name}`,
    () => said().length > 0,
    () => network.told(who).join('\n———\n'),
  );
}

const announces = (network: Network, times: number): Promise<unknown> =>
  until(
    `${times} deadlines on ${network.name}`,
    () => closings(network).length === times,
    () => read(network),
  );

interface Count {
  readonly voices: number;
  readonly of: number;
  readonly agree: number;
  readonly disagree: number;
  readonly abstain: number;
}

/** Waits until the cards say so, each in the language of its room. */
async function counts(count: Count, where: readonly Network[] = networks()): Promise<void> {
  const { voices, of, agree, disagree, abstain } = count;
  for (const one of where) {
    if (one === slack) {
      await shows(
        one,
        `${voices} votes out of ${of}`,
        `${agree} for, ${disagree} against, ${abstain} abstention`,
      );
    } else {
      await shows(
        one,
        `${voices} voix sur ${of}`,
        `${agree} pour, ${disagree} contre, ${abstain} abstention`,
      );
    }
  }
}

/** A code that somebody asks for. */
async function codeFrom(network: Network, who: string, line: string): Promise<string> {
  const before = network.told(who).length;
  await network.command(who, line);
  return until(
    `a code for ${who}`,
    () => /[A-Z\d]{4}-[A-Z\d]{6}/.exec(network.told(who).slice(before).join('\n'))?.[0],
  );
}
