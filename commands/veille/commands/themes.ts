import { formatList } from '../../../src/kernel/dates/format.js';
import { ok, type Result } from '../../../src/kernel/result.js';
import type { Theme } from '../../../src/veille/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { person } from '../../registry/people.js';
import { note, view } from '../../view/build.js';
import type { View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { theme } from '../params.js';

async function curatedView(
  { services, community, locale }: Context,
  said: string,
  { curators }: Theme,
): Promise<Result<View>> {
  const members = await services.community.people(community.id);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  const who = formatList(
    curators.map((one) => names.get(one) ?? '?'),
    locale,
  );
  const words = curators.length === 0 ? 'themes.uncurated' : 'veille.curated';
  return ok(view({ title: [said], blocks: [note(...rich(locale, words, { who }))] }));
}

const naming = (id: string, what: 'nameCurator' | 'removeCurator') =>
  command({
    id,
    params: { theme: theme(), member: person() },
    async run(context: Context, { theme: name, member }) {
      const { services, cause, locale } = context;
      const done = await services.veille[what](cause, name, member.id);
      if (!done.ok) return done;
      const said = say(locale, `themes.done.${what}`, { who: member.name, theme: done.value.name });
      return curatedView(context, said, done.value);
    },
  });

export const nameCurator = naming('veille.curator', 'nameCurator');
export const removeCurator = naming('veille.uncurator', 'removeCurator');

export const rename = command({
  id: 'veille.rename',
  params: { theme: theme(), name: theme() },
  async run({ services, cause, locale }, { theme: before, name }) {
    const done = await services.veille.renameTheme(cause, before, name);
    if (!done.ok) return done;
    return ok(view({ title: [say(locale, 'themes.done.renamed', { ...done.value })] }));
  },
});
