import { type Decision, MAJORITY } from '../../../src/decisions/types.js';
import type { Result } from '../../../src/kernel/result.js';
import type { Driver, Seen } from './driver.js';

/** The rest of a proposal by consent, as a line says it. */
export const PLAIN = 'proposition:"Pour essayer." méthode:consentement échéance:"dans trois jours"';

export const proposal = (title: string, more = ''): string =>
  `décision proposer titre:"${title}" ${PLAIN} ${more}`.trim();

export const rooms = (room: readonly Seen[]): string => room.map(({ text }) => text).join('\n');

/** The last card of the room that holds these words. */
export async function theCard(driver: Driver, words: string): Promise<Seen> {
  const room = await driver.room();
  const card = room.findLast(({ text }) => text.includes(words));
  if (!card) throw new Error(`no card “${words}” among:\n${rooms(room)}`);
  return card;
}

const DAY_MS = 86_400_000;

/** Work that goes on in the house while a network is away: asked of the services themselves. */
export async function workingOn({ house, database }: Driver, card: Seen) {
  const number = Number(/D-(\d+)/.exec(card.text)?.[1]);
  const { prisma } = database;
  const row = await prisma.decision.findFirstOrThrow({ where: { number } });
  const last = await prisma.journalEntry.findFirstOrThrow({ orderBy: { position: 'desc' } });
  const community = row.communityId as Decision['community'];
  const member = row.authorId as Decision['author'];
  const cause = { community, member, event: null, now: last.at };
  const well = <T>(result: Result<T>): void => {
    if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  };
  return {
    async ask(text: string): Promise<void> {
      const said = { kind: 'question' as const, text, replyTo: null };
      well(await house.services.decisions.remark(cause, { number }, said));
    },
    async offer(title: string, labels: readonly string[], max: number): Promise<void> {
      const rule = { quorum: null, threshold: MAJORITY, secret: false, max, closeEarly: false };
      well(
        await house.services.decisions.propose(cause, {
          ...{ kind: 'choice' as const, title, body: 'Pour essayer.', options: labels },
          ...{ closesAt: new Date(last.at.getTime() + DAY_MS), rule },
        }),
      );
    },
    async propose(title: string): Promise<void> {
      const rule = { quorum: null, threshold: MAJORITY, secret: false, max: 1, closeEarly: false };
      well(
        await house.services.decisions.propose(cause, {
          ...{ kind: 'consent' as const, title, body: 'Pour essayer.', options: [] },
          ...{ closesAt: new Date(last.at.getTime() + DAY_MS), rule },
        }),
      );
    },
  };
}
