import { createHash } from 'node:crypto';
import { z } from 'zod';
import { openDatabase } from '../../src/database/open.js';
import type { Sent, Storm } from './storm.js';
import { visitor } from './visitor.js';

const LINK = /href="data:application\/json;charset=utf-8;base64,([^"]*)"/;

const exported = z.object({
  ballots: z.array(z.object({ voter: z.string(), vote: z.string(), reason: z.string() })),
});
const content = z.object({ reason: z.string() });

/** What is wrong with the decision's export, from which anybody can recount. */
export async function exportFaults(crowd: Storm, url: string): Promise<string[]> {
  const [first] = crowd.people;
  if (!first) throw new Error('nobody voted');
  const answer = await visitor(url, first.name, first.userId).type('/décision exporter D-1');
  const link = LINK.exec(answer)?.[1];
  if (link === undefined) return [`no export in: ${answer}`];
  const { ballots } = exported.parse(JSON.parse(Buffer.from(link, 'base64').toString()));
  return ballotFaults(crowd, ballots, 'the export');
}

/** What is wrong in the tables themselves; and how many votes were recorded unknown to anybody. */
export async function tableFaults(
  crowd: Storm,
  dataDir: string,
): Promise<{ faults: string[]; lostButRecorded: number }> {
  const { prisma, close } = await openDatabase({ url: null, dataDir });
  const members = await prisma.member.findMany();
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const ballots = (await prisma.ballot.findMany()).map((row) => ({
    voter: names.get(row.memberId) ?? '?',
    reason: content.parse(JSON.parse(row.content)).reason,
  }));
  const events = new Set((await prisma.handledEvent.findMany()).map(({ event }) => event));
  const traces = await prisma.journalEntry.findMany({ where: { kind: 'decision.voted' } });
  await close();

  const faults = ballotFaults(crowd, ballots, 'the tables');
  const isRecorded = ({ id }: Sent): boolean => events.has(keptAs(id));
  for (const vote of crowd.votes()) {
    if (vote.state === 'acknowledged' && !isRecorded(vote)) {
      faults.push(`${vote.label} was acknowledged and its event is not there`);
    }
  }
  for (const { name, votes } of crowd.people) {
    const recorded = votes.filter(isRecorded).length;
    const traced = traces.filter(({ memberId }) => names.get(memberId ?? '') === name).length;
    if (traced !== recorded) faults.push(`${name}: ${recorded} votes left ${traced} traces`);
  }
  const lostButRecorded = crowd.votes().filter((vote) => vote.state === 'lost' && isRecorded(vote));
  return { faults, lostButRecorded: lostButRecorded.length };
}

/** The journal keeps a digest of an event's name, so that it tells nothing. */
const keptAs = (id: string): string => createHash('sha256').update(`web:${id}`).digest('base64url');

/** One ballot a person who was answered; the last acknowledged, or a later one that got lost. */
function ballotFaults(
  crowd: Storm,
  ballots: readonly { readonly voter: string; readonly reason: string }[],
  where: string,
): string[] {
  return crowd.people.flatMap(({ name, votes }) => {
    const theirs = ballots.filter(({ voter }) => voter === name).map(({ reason }) => reason);
    const last = votes.findLastIndex(({ state }) => state === 'acknowledged');
    const possible = votes.slice(Math.max(last, 0)).map(({ label }) => label);
    if (theirs.length > 1) return [`${where}: ${theirs.length} ballots of ${name}`];
    if (theirs.length === 0) return last < 0 ? [] : [`${where}: no ballot of ${name}`];
    const [reason = ''] = theirs;
    return possible.includes(reason)
      ? []
      : [`${where}: ${name} has ${reason}, and should have ${possible.join(' or ')}`];
  });
}
