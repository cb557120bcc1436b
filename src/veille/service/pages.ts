import { lockCommunity } from '../../community/store.js';
import { decodeText } from '../../fetching/decode-text.js';
import type { CommunityId, ResourceId } from '../../kernel/ids.js';
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.js';
import { readPage } from '../reading/page.js';
import { addressKey } from '../rules/address-key.js';
import { pageAddress } from '../rules/page-address.js';
import { addAddresses, findResource, resourcesUnder, updateResource } from '../store/resources.js';
import type { Preview } from '../types.js';
import type { Parts } from './parts.js';

/** A page is read by who waits for its card: not as long as a feed may take. */
const LIMITS = { timeoutMs: 10_000, bytes: 2_097_152 };
const READ = /^(text\/html|application\/xhtml\+xml|text\/plain|application\/xml|text\/xml|$)/;

interface Read {
  readonly page: Preview;
  /** Under which other addresses it is the same page. */
  readonly keys: readonly string[];
}

/** Reads the pages of what members and feeds bring, never in the request that brings them. */
export function createPages({ prisma, journal, fetcher, clock }: Parts) {
  async function read(address: string): Promise<Result<Read>> {
    const headers = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' };
    const fetched = await fetcher.fetch({ url: address, headers, limits: LIMITS });
    if (!fetched.ok) return fetched;
    const { body, url, headers: heard } = fetched.value;
    const contentType = heard['content-type'] ?? '';
    if (!READ.test(contentType.trim().toLowerCase())) {
      return refuse('page-not-a-page', { kind: contentType.split(';')[0]?.trim() ?? '' });
    }
    const {
      canonical,
      feeds: _,
      ...page
    } = readPage(decodeText(body, contentType).text, {
      ...{ url, contentType },
    });
    const addresses = [url, pageAddress(url, canonical) ?? url];
    return ok({ page, keys: addresses.flatMap((one) => addressKey(one) ?? []) });
  }

  return {
    /** The alarm's work: done again, it does the same again. */
    async readPage(subject: string, community: CommunityId): Promise<void> {
      const id = subject as ResourceId;
      const resource = await findResource(prisma, community, { id });
      if (resource?.page !== 'waiting') return;
      const result = await read(resource.address);
      const now = clock.now();
      await journal.write({ community, member: null, event: null, now }, async ({ tx, record }) => {
        await lockCommunity(tx, community);
        if (!result.ok) {
          const [fault] = result.refusals;
          await updateResource(tx, resource, { page: 'failed', fault: plain(fault) }, now);
        } else {
          const { page, keys } = result.value;
          await updateResource(
            tx,
            resource,
            { ...said(resource, page), page: 'read', fault: null },
            now,
          );
          const known = (await resourcesUnder(tx, community, keys)).filter(
            (one) => one.id !== id && !one.mergedInto && one.state === 'standing',
          );
          await addAddresses(tx, resource, keys, now);
          const all = [...known, resource].sort((a, b) => a.number - b.number);
          const first = all[0] ?? resource;
          for (const other of resource.mergedInto ? [] : all.slice(1)) {
            await updateResource(tx, other, { mergedInto: first.id }, now);
            await record('veille.changed', first.id, {});
            await record('veille.changed', other.id, {});
          }
        }
        await record('veille.changed', id, {});
        return ok(undefined);
      });
    },
  };
}

/** What a feed said of it stays where its page says nothing. */
const said = (before: Preview, page: Preview): Preview => ({
  ...page,
  title: page.title || before.title,
  summary: page.summary || before.summary,
  author: page.author || before.author,
  publishedAt: page.publishedAt ?? before.publishedAt,
});

/** Only what words are filled with. */
const plain = ({ code, params }: Refusal): Refusal => ({ code, params });
