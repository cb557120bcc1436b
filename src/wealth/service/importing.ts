import { getMember, nextNumber } from '../../community/store.js';
import { decodeText } from '../../fetching/decode-text.js';
import { type MemberId, newId, type RoomId } from '../../kernel/ids.js';
import { padded } from '../../kernel/padded.js';
import { quantityFromJson, quantityToJson } from '../../kernel/quantities/quantity.js';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.js';
import * as policy from '../policy.js';
import { checkContent } from '../rules/declaring.js';
import { freshOf } from '../rules/importing.js';
import type { Asked } from '../rules/rotation.js';
import { firstContents, insertContributions, insertVersions } from '../store/contributions.js';
import { forgetImports, insertImport, setImported } from '../store/imports.js';
import type {
  Content,
  Contribution,
  ImportLine,
  WealthContext,
  WealthImport,
  WhichContext,
} from '../types.js';
import { holdingImport, type Imported } from './import-held.js';
import { askedBefore, openings, submitted } from './looking.js';
import { type ByMember, type HeldContext, inContext, openPeriod, type Parts } from './parts.js';
import { keepContent, readContent } from './sealed.js';
import { contributionsNow } from './voices.js';

/** How long what was read waits to be taken in. */
const WAITS_MS = 86_400_000;
/** Far more than a file of declarations. */
const MOST_BYTES = 1_048_576;
/** A length must not tell how much a file holds. */
const PAD_TO_BYTES = 65_536;

/** What a file would add. */
export interface ImportPreview {
  readonly context: WealthContext;
  /** `null`: there is nothing to take in. */
  readonly number: number | null;
  readonly fresh: readonly ImportLine[];
  /** Lines that are declared already. */
  readonly known: readonly ImportLine[];
  readonly faults: readonly { readonly line: number; readonly refusals: readonly Refusal[] }[];
}

const place = ({ id }: Pick<WealthImport, 'id'>): string => `wealth_imports.content:${id}`;

export function createImporting(parts: Parts) {
  const { vault } = parts;

  /** What those a file names have declared here, as they first said it; taken back, it is gone. */
  async function declaredBy(held: HeldContext, lines: readonly ImportLine[]) {
    const { tx, context } = held;
    const opening = await openings(parts, held);
    const named = new Set<MemberId>();
    for (const { member, content } of lines) {
      named.add(member);
      if (content.other) named.add(content.other);
    }
    const linked = [...opening.voices].filter(([, voice]) => named.has(voice)).map(([id]) => id);
    const wanted = { context: context.id, members: [...named, ...linked] };
    const concerned = (await contributionsNow(tx, context.community, wanted)).filter(
      ({ state, corrects }) => state !== 'withdrawn' && corrects === null,
    );
    const kept = await firstContents(tx, context.community, concerned);
    return concerned.map((one) => ({
      member: one.member,
      content: readContent(opening, one, 1, kept.get(one.id) ?? ''),
    }));
  }

  async function take(
    held: HeldContext,
    file: WealthImport,
    lines: readonly ImportLine[],
    { now, room }: { readonly now: Date; readonly room: RoomId | null },
  ): Promise<Contribution[]> {
    const { tx, context, periods, member } = held;
    const { community } = context;
    const period = openPeriod(periods);
    const first = await nextNumber(tx, community, 'contributions', lines.length);
    const before: Asked[] = await askedBefore(held, null);
    const all: Contribution[] = [];
    for (const [index, line] of lines.entries()) {
      const drafted: Contribution = {
        ...{ id: newId(now), community, number: first + index, context: context.id },
        ...{ period: period?.id ?? null, member: line.member, author: member.id, version: 1 },
        ...{ state: 'proposed', asked: [], corrects: null, silentAt: null, room },
        ...{ import: file.id, createdAt: now },
      };
      const own = line.member === member.id;
      const one = own ? await submitted(held, drafted, line.content, now, before) : drafted;
      before.push({ owner: one.member, asked: one.asked });
      all.push(one);
    }
    await insertContributions(tx, all);
    await insertVersions(
      tx,
      all.map((of, index) => {
        const content = keepContent(vault, context, of, 1, contentAt(lines, index));
        return { of, kept: { version: 1, author: member.id, createdAt: now, content } };
      }),
    );
    return all;
  }

  return {
    /** The text of a file that is somewhere on the web. */
    async fetchTable(address: string): Promise<Result<string>> {
      const fetched = await parts.fetcher.fetch({ url: address, limits: { bytes: MOST_BYTES } });
      if (!fetched.ok) return fetched;
      const { body, headers } = fetched.value;
      return ok(decodeText(body, headers['content-type']).text);
    },

    /** Reads a file for good or not: nothing is declared yet. Every faulty line is said at once. */
    previewImport: (
      cause: ByMember,
      which: WhichContext,
      lines: readonly ImportLine[],
      today: string,
    ): Promise<Result<ImportPreview>> =>
      inContext<ImportPreview>(parts, cause, which, async (held) => {
        const { tx, context, periods, member } = held;
        if (!policy.mayImport(member)) return refuse('facilitators-only');
        if (!openPeriod(periods)) return refuse('no-open-period', { name: context.name });
        const read = lines.map((line) => ({
          line,
          checked: checkContent(line.content, { member: line.member, today }),
        }));
        const faults = read.flatMap(({ line: { line }, checked }) =>
          checked.ok ? [] : [{ line, refusals: checked.refusals }],
        );
        const right = read.flatMap(({ line, checked }) => (checked.ok ? [line] : []));
        const fresh = freshOf(right, await declaredBy(held, right));
        const known = right.filter((line) => !fresh.includes(line));
        const { community, now } = cause;
        const before = new Date(now.getTime() - WAITS_MS);
        await forgetImports(tx, community, { member: member.id, before });
        if (fresh.length === 0) return ok({ context, number: null, fresh, known, faults });
        const file: WealthImport = {
          ...{ id: newId<'wealth-import'>(now), community, context: context.id },
          ...{ number: await nextNumber(tx, community, 'wealth_imports'), member: member.id },
          ...{ createdAt: now, doneAt: null, undoneAt: null },
        };
        const content = vault.seal(padded(written(fresh), PAD_TO_BYTES), place(file));
        await insertImport(tx, { file, content });
        return ok({ context, number: file.number, fresh, known, faults });
      }),

    /** Takes in what was shown, but for what has been declared since. */
    takeImport: (cause: ByMember, number: number, room: RoomId | null): Promise<Result<Imported>> =>
      holdingImport(parts, cause, number, async (held, { file, content }) => {
        const { tx, context, periods, member, record } = held;
        const { community, now } = cause;
        if (!policy.mayImport(member)) return refuse('facilitators-only');
        if (file.member !== member.id) return refuse('import-gone');
        if (file.doneAt) return refuse('import-done', { number });
        if (!openPeriod(periods)) return refuse('no-open-period', { name: context.name });
        const lines = read(vault.unseal(content, place(file)));
        for (const id of new Set(lines.map((line) => line.member))) {
          if (!(await getMember(tx, community, id))) return refuse('import-left', { number });
        }
        const fresh = freshOf(lines, await declaredBy(held, lines));
        const all = await take(held, file, fresh, { now, room });
        await setImported(tx, file, now);
        const proposed = all.filter(({ state }) => state === 'proposed').length;
        const data = { number, count: all.length, proposed };
        await record('wealth.imported', file.id, data);
        return ok({ file: { ...file, doneAt: now }, context, count: all.length, proposed });
      }),
  };
}

function contentAt(lines: readonly ImportLine[], index: number): Content {
  const line = lines[index];
  if (!line) throw new Error('a line for each contribution');
  return line.content;
}

const written = (lines: readonly ImportLine[]): string =>
  JSON.stringify(
    lines.map(({ content, ...line }) => ({
      ...line,
      content: { ...content, quantity: quantityToJson(content.quantity) },
    })),
  );

const read = (json: string): ImportLine[] =>
  (JSON.parse(json) as (ImportLine & { content: { quantity: unknown } })[]).map((line) => ({
    ...line,
    member: line.member as MemberId,
    content: { ...line.content, quantity: quantityFromJson(line.content.quantity) },
  }));
