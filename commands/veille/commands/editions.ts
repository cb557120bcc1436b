import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, unseen } from '../../registry/param.js';
import type { View } from '../../view/view.js';
import { surroundings } from '../drawing.js';
import { editionRef } from '../params.js';
import { editionPage } from '../views/edition.js';
import { editionsView } from '../views/editions.js';

/** An edition as whoever asks may see it; under another title when something was just done. */
export async function editionFor(
  context: Context,
  number: number,
  at: { readonly page?: number | null; readonly said?: string } = {},
): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const found = await services.veille.editionFor(community.id, member.id, number);
  if (!found) return refuse('unknown-edition', { number });
  const around = { community: community.id, reader: member.id, now };
  const draw = await surroundings(services, around);
  return ok(
    editionPage(found.shown, {
      ...{ edits: found.edits, page: at.page ?? 1, said: at.said ?? null, locale, now },
      ...{ zone: community.zone, draw: (known) => draw(known, locale) },
    }),
  );
}

export const list = command({
  id: 'veille.editions',
  params: {},
  async run({ services, community, member, locale, now }) {
    const found = await services.veille.editionsFor(community.id, member.id);
    return ok(editionsView(found, { locale, now, zone: community.zone }));
  },
});

const MOST_PAGES = 99;

export const show = command({
  id: 'veille.edition',
  params: { edition: editionRef(), page: unseen(integer({ min: 1, max: MOST_PAGES })) },
  run: (context, { edition, page }) => editionFor(context, edition, { page }),
});
