import { type GivenFile, MOST_BYTES } from '../../src/kernel/files.js';
import type { FileId } from '../../src/kernel/ids.js';
import { ok, type Refusal, refuse } from '../../src/kernel/result.js';
import type { Command } from './command.js';
import type { Context } from './context.js';
import { type Param, param } from './param.js';

/** A file that somebody gives with what they ask; read only when a command wants one. */
export interface Attached {
  /** The parameter it is for; `null`: the one that takes a file. */
  readonly param: string | null;
  readonly name: string;
  /** At most so many bytes; otherwise, or when the network does not give it, why not. */
  readonly read: (most: number) => Promise<Uint8Array | 'too-big' | 'unreachable'>;
}

/** A picture or a PDF, held since it came; its value is the id it is held by. */
export const file = (): Param<FileId> =>
  param<FileId>({
    input: 'file',
    takes: 'named',
    maxLength: 36,
    parse: async (raw, context) => {
      const held = await heldAs(raw, context);
      return held ? ok(held.id) : refuse('file-gone');
    },
  });

/** What is held for whoever speaks. */
export const heldAs = (
  raw: string,
  { services, community, account }: Context,
): Promise<GivenFile | null> => services.files.held(community.id, account, raw);

/** Takes what came with a command, by parameter; says of each what cannot be taken. */
export async function receive(
  files: readonly Attached[],
  { params }: Command,
  context: Context,
): Promise<{ readonly given: Readonly<Record<string, string>>; readonly faults: Refusal[] }> {
  const given: Record<string, string> = {};
  const faults: Refusal[] = [];
  const takers = Object.keys(params).filter((name) => params[name]?.input === 'file');
  for (const { param: wanted, name, read } of files) {
    const taker = wanted === null ? takers[0] : takers.find((one) => one === wanted);
    if (taker === undefined || taker in given) continue;
    const bytes = await read(MOST_BYTES);
    const taken =
      bytes === 'too-big'
        ? refuse('file-too-big', { max: MOST_BYTES / 1e6 })
        : bytes === 'unreachable'
          ? refuse('file-unreachable')
          : await context.services.files.hold({
              ...{ community: context.community.id, account: context.account },
              ...{ name, bytes },
            });
    if (taken.ok) given[taker] = taken.value.id;
    else faults.push(...taken.refusals.map((refusal) => ({ ...refusal, field: taker })));
  }
  return { given, faults };
}
