import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../../scripts/checks/tidiness.js';
import type { Said } from '../story/networks/network.js';
import { until } from '../support/until.js';
import { tail } from './figures.js';
import { startEcc } from './process.js';
import { type Driven, type Gesture, threeNetworks } from './three.js';

const RATES = [50, 200] as const;
const GESTURES = 200;
const ROUND_TRIPS = 200;
const LOOK_EVERY_MS = 5;
const GIVE_UP_MS = 120_000;

/**
 * Votes at a steady rate on one network, on a card shown on three: how long until their person
 * sees that they were heard, and until all three cards count them. ECC is a process of its own, on
 * the embedded database; the stand-ins share this one.
 */
export async function benchNetworks(): Promise<{ title: string; lines: string[] }[]> {
  const driven = await threeNetworks();
  const dataDir = await mkdtemp(join(tmpdir(), 'ecc-bench-'));
  const env = Object.assign({}, ...driven.map(({ network }) => network.env));
  const ecc = await startEcc(dataDir, env);
  try {
    await link(driven);
    const said: { title: string; lines: string[] }[] = [];
    let decision = 0;
    for (const one of driven) {
      // Everybody comes once before: a first visit costs more.
      await measure(driven, one, { rate: RATES[0], decision: ++decision });
      for (const rate of RATES) {
        const lines = await measure(driven, one, { rate, decision: ++decision });
        said.push({ title: `${one.network.name}, ${rate} interactions a second`, lines });
      }
    }
    return said;
  } finally {
    await ecc.stop();
    for (const { network } of driven) await network.kill();
    await rm(dataDir, { recursive: true });
  }
}

async function link([discord, slack, matrix]: readonly [Driven, Driven, Driven]): Promise<void> {
  const code = async (): Promise<string> => {
    const before = discord.network.told('Nadia').length;
    await discord.network.command('Nadia', 'ecc relier');
    const said = () => discord.network.told('Nadia').slice(before).join('\n');
    return until('a code', () => /[A-Z\d]{4}-[A-Z\d]{6}/.exec(said())?.[0]);
  };
  await slack.network.command('Chloé', `link-room ${await code()}`);
  await until('Slack is linked', () =>
    slack.network.told('Chloé').some((text) => text.includes('Linked')),
  );
  await matrix.network.command('Dao', `ecc relier ${await code()}`);
  await until('Matrix is linked', () =>
    matrix.network.told('Dao').some((text) => text.includes('relié')),
  );
}

async function measure(
  driven: readonly Driven[],
  on: Driven,
  { rate, decision }: { readonly rate: number; readonly decision: number },
): Promise<string[]> {
  const cards = await propose(driven, decision);
  const card = cards.get(on);
  if (!card) throw new Error(`no card on ${on.network.name}`);
  const bare: number[] = [];
  for (let trip = 0; trip < ROUND_TRIPS; trip++) bare.push(await on.roundTrip());
  const looking = new AbortController();
  const counted = watch(driven, cards, looking.signal);
  const gestures: Gesture[] = [];
  const began = performance.now();
  for (let turn = 0; turn < GESTURES; turn++) {
    const wait = began + (turn * 1000) / rate - performance.now();
    if (wait > 1) await sleep(wait);
    gestures.push(on.vote(`Personne ${turn + 1}`, card));
  }
  const sentMs = performance.now() - began;
  const end = Date.now() + GIVE_UP_MS;
  const all = (): boolean =>
    counted.shown() >= GESTURES && gestures.every((one) => one.heardMs() !== null);
  while (!all() && Date.now() < end) await sleep(LOOK_EVERY_MS);
  looking.abort();
  const heard = gestures.flatMap((one) => {
    const ms = one.heardMs();
    return ms === null ? [] : [ms - one.atMs];
  });
  const shown = gestures.flatMap((one, index) => {
    const ms = counted.atMs(index + 1);
    return ms === null ? [] : [ms - one.atMs];
  });
  const trip = median(bare);
  return [
    `to acknowledged         ${tail(heard, trip)}`,
    `to all three cards      ${tail(shown, trip)}`,
    `bare round trip         ${trip.toFixed(2)} ms`,
    `(${GESTURES} votes in ${(sentMs / 1000).toFixed(1)} s; ${heard.length} acknowledged, ${shown.length} shown)`,
  ];
}

/** A new decision, once its card is everywhere. */
async function propose(driven: readonly Driven[], number: number): Promise<Map<Driven, Said>> {
  const [first] = driven;
  await first?.network.command(
    'Nadia',
    `décision proposer titre:"Essai ${number}" proposition:"Un essai." méthode:accord échéance:"dans trois jours"`,
  );
  const cards = new Map<Driven, Said>();
  for (const one of driven) {
    const card = await until(`D-${number} on ${one.network.name}`, () =>
      one.network.room().find(({ text }) => text.includes(`D-${number} ·`)),
    );
    cards.set(one, card);
  }
  return cards;
}

/** Looks at the cards; tells when all of them had counted so many votes. */
function watch(driven: readonly Driven[], cards: Map<Driven, Said>, over: AbortSignal) {
  /** The n-th: when all cards counted at least n. */
  const at: number[] = [];
  const count = (one: Driven): number => {
    const card = cards.get(one);
    const text = card ? one.text(card) : '';
    return Number(/(\d+)\s(?:voix sur|votes? out of)/u.exec(text)?.[1] ?? 0);
  };
  const look = (): void => {
    const least = Math.min(...driven.map(count));
    const now = performance.timeOrigin + performance.now();
    while (at.length < least) at.push(now);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  over.addEventListener('abort', () => clearInterval(timer));
  return { shown: () => at.length, atMs: (votes: number) => at[votes - 1] ?? null };
}
