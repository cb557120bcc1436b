import { randomUUID } from 'node:crypto';
import { say } from '../../commands/words/index.js';
import { arrive, type Visitor, visitor } from './visitor.js';

/** One vote as its sender knows it. `label` is written in its reason: no two are alike. */
export interface Sent {
  readonly id: string;
  readonly voter: string;
  readonly label: string;
  /** `lost`: nobody knows whether it was recorded, and nobody asked again. */
  state: 'sent' | 'acknowledged' | 'lost';
}

const RECORDED = (['done.voted', 'done.voted.again', 'done.voted.same'] as const).map((key) =>
  say('fr', key, { vote: '' }).trim(),
);
const ALREADY = say('fr', 'refusal.already-done');

/** People who vote and change their minds as fast as they are answered. */
export function storm(size: number) {
  const people = Array.from({ length: size }, (_, index) => ({
    name: `Personne ${index + 1}`,
    userId: randomUUID(),
    /** In order: the last one is what they want. */
    votes: [] as Sent[],
  }));
  type Person = (typeof people)[number];

  /** Sends it, again or not. @throws when it is not acknowledged. */
  async function cast(from: Visitor, vote: Sent): Promise<'recorded' | 'already'> {
    const turn = Number(vote.label.split('-')[1]);
    const word = turn % 2 === 0 ? 'pour' : 'contre';
    const answer = await from.type(`/voter D-1 ${word} raison:"${vote.label}"`, vote.id);
    const already = answer.includes(ALREADY);
    if (!already && !RECORDED.some((words) => answer.includes(words))) {
      throw new Error(`not the answer to a vote: ${answer.replaceAll(/<[^>]*>/g, ' ')}`);
    }
    vote.state = 'acknowledged';
    return already ? 'already' : 'recorded';
  }

  async function voteOn(url: string, person: Person, isOver: () => boolean): Promise<void> {
    const from = visitor(url, person.name, person.userId);
    while (!isOver()) {
      const label = `${person.name.split(' ')[1]}-${person.votes.length}`;
      const vote: Sent = { id: randomUUID(), voter: person.name, label, state: 'sent' };
      person.votes.push(vote);
      try {
        await cast(from, vote);
      } catch (error) {
        // A broken connection is what this is about; anything else is a fault.
        if (error instanceof TypeError) return;
        throw error;
      }
    }
  }

  return {
    people,
    votes: (): Sent[] => people.flatMap(({ votes }) => votes),
    async arrive(url: string): Promise<Visitor> {
      for (const { name, userId } of people) await arrive(url, name, userId);
      const [first] = people;
      if (!first) throw new Error('nobody votes');
      return visitor(url, first.name, first.userId);
    },
    /** Everybody votes until the connection breaks, or it is over. */
    rage: (url: string, isOver: () => boolean) =>
      Promise.all(people.map((person) => voteOn(url, person, isOver))),
    /** What was not acknowledged: some ask again, by the same event; the others never know. */
    async askAgain(url: string, doesAsk: () => boolean): Promise<('recorded' | 'already')[]> {
      const answers: ('recorded' | 'already')[] = [];
      for (const person of people) {
        const last = person.votes.at(-1);
        if (last?.state !== 'sent') continue;
        if (doesAsk()) {
          answers.push(await cast(visitor(url, person.name, person.userId), last));
        } else {
          last.state = 'lost';
        }
      }
      return answers;
    },
  };
}

export type Storm = ReturnType<typeof storm>;
