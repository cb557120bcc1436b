import type { Locale } from '../../../src/kernel/locale.js';
import type { Unit } from '../../../src/kernel/quantities/quantity.js';
import { ok, type Result, refuse } from '../../../src/kernel/result.js';
import { fold } from '../../../src/kernel/text.js';
import { unitsOf } from '../../../src/wealth/rules/matrix.js';
import type { MatrixPage } from '../../../src/wealth/service/matrix.js';
import type { WealthContext } from '../../../src/wealth/types.js';
import { command } from '../../registry/command.js';
import type { Context } from '../../registry/context.js';
import { integer, line, optional } from '../../registry/param.js';
import { act, button, note, select, text, view } from '../../view/build.js';
import type { Action, Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Around, around } from '../drawing.js';
import { context as contextParam, contextTyped } from '../params.js';
import { flowsPicture, heatPicture, trendImage } from '../picture.js';
import { LANDMARK } from '../views/card.js';
import {
  feltTable,
  flowTable,
  matrixNotes,
  natureTable,
  peopleTable,
  quantities,
  table,
  trendTable,
  unitName,
} from '../views/matrix.js';

const params = () => ({
  context: contextParam(),
  period: optional({ ...integer({ min: 1, max: 10_000 }), takes: 'named' as const }),
  unit: optional({ ...line(40), takes: 'named' as const }),
});

interface Asked {
  readonly context: WealthContext;
  readonly period: number | null;
  readonly unit: string | null;
}

type Screen = 'matrix' | 'flows' | 'trend';

/** Loads the matrix, and shows one screen of it with the way to the others. */
async function shown(
  context: Context,
  { context: about, period, unit: typed }: Asked,
  screen: Screen,
  blocks: (draw: Around, page: MatrixPage, unit: Unit | null) => Promise<Block[]>,
): Promise<Result<View>> {
  const { services, community, member, locale, now } = context;
  const seen = { reader: member.id, period };
  const page = await services.wealth.matrix(community.id, { id: about.id }, seen);
  if (!page) return refuse('unknown-context', { name: about.name });
  if (period !== null && !page.trend.some((one) => one.period.position === period)) {
    return refuse('unknown-period', { name: about.name, position: period });
  }
  const draw = (await around(services, { community: community.id, reader: member.id, now }))(
    locale,
  );
  const units = unitsOf(page.matrix);
  const chosen = typed && units.find((unit) => named(unit, draw).includes(fold(typed)));
  if (typed && !chosen) {
    const list = units.map((unit) => unitName(unit, draw)).join(', ');
    return refuse('not-in-list', { typed, list }, 'unit');
  }
  const unit = chosen || (units[0] ?? null);
  return ok(
    view({
      title: [titleOf(locale, about, { screen, period })],
      landmark: LANDMARK,
      blocks: [...(await blocks(draw, page, unit)), ...matrixNotes(draw, page)],
      actions: elsewhere(draw, page, { screen, period, units, unit }),
    }),
  );
}

const titleOf = (
  locale: Locale,
  { name }: WealthContext,
  { screen, period }: { readonly screen: Screen; readonly period: number | null },
): string =>
  period === null
    ? say(locale, `${screen}.title`, { name })
    : say(locale, `${screen}.title.period`, { name, position: period });

const named = (unit: Unit, draw: Around): string[] => [fold(unit), fold(unitName(unit, draw))];

function elsewhere(
  draw: Around,
  { context, trend }: MatrixPage,
  here: {
    readonly screen: Screen;
    readonly period: number | null;
    readonly units: readonly Unit[];
    readonly unit: Unit | null;
  },
): Action[] {
  const { locale } = draw;
  const { screen, period, units, unit } = here;
  const fields = { context: contextTyped(context), ...(period !== null && { period }) };
  const to = (name: Screen): Action[] =>
    name === screen
      ? []
      : [button(say(locale, `matrix.see.${name}`), act(`wealth.${name}`, fields))];
  const others = units.filter((one) => one !== unit);
  return [
    ...to('matrix'),
    ...to('flows'),
    ...(trend.length > 1 ? to('trend') : []),
    ...(others.length > 0
      ? [
          select({
            label: say(locale, 'matrix.other-unit'),
            act: act(`wealth.${screen}`, fields),
            param: 'unit',
            options: others.map((one) => ({ value: one, label: unitName(one, draw) })),
          }),
        ]
      : []),
    button(context.name, act('wealth.context', { context: contextTyped(context) })),
  ];
}

export const matrix = command({
  id: 'wealth.matrix',
  params: params(),
  async run(context, asked) {
    const { services, community, locale } = context;
    return shown(context, asked, 'matrix', async (draw, page, unit) => {
      const { matrix: all } = page;
      if (all.count === 0) {
        return [text(...rich(locale, 'matrix.empty', { name: page.context.name }))];
      }
      const thanks = await services.wealth.gratitudes(community.id, page.context);
      const people = peopleTable(draw, all, thanks);
      const picture = unit && (await heatPicture(draw, page, unit, people));
      const felt = feltTable(draw, all.felt);
      return [
        ...(picture ? [picture] : []),
        ...(all.people.length > 0 ? [people] : []),
        ...(all.totals.length > 0 ? [natureTable(draw, all)] : []),
        ...(felt ? [felt, note(say(locale, 'matrix.felt.note'))] : []),
      ];
    });
  },
});

export const flows = command({
  id: 'wealth.flows',
  params: params(),
  run: (context, asked) =>
    shown(context, asked, 'flows', async (draw, page, unit) => {
      const all = flowTable(draw, page.matrix, page.context.name);
      const picture = unit && (await flowsPicture(draw, page, unit, all));
      return [...(picture ? [picture] : []), all];
    }),
});

export const trend = command({
  id: 'wealth.trend',
  params: params(),
  run: (context, asked) =>
    shown(context, asked, 'trend', async (draw, page, unit) => {
      const all = trendTable(draw, page);
      const picture = unit && (await trendImage(draw, page, unit, all));
      return [...(picture ? [picture] : []), all];
    }),
});

/** One's own: what one gave and received, a context at a time. */
export const mine = command({
  id: 'wealth.mine',
  params: {},
  async run({ services, community, member, locale, now }) {
    const own = await services.wealth.ownMatrix(community.id, member.id);
    const draw = (await around(services, { community: community.id, reader: member.id, now }))(
      locale,
    );
    const rows = own.map(({ context, matrix: all }) => [
      context.name,
      quantities(
        all.given.filter((cell) => cell.member === member.id),
        draw,
      ),
      quantities(
        all.received.filter((cell) => cell.member === member.id),
        draw,
      ),
    ]);
    const columns = ['matrix.context', 'matrix.given', 'matrix.received'] as const;
    const felt = own.flatMap(({ context, matrix: all }) => {
      const one = feltTable(draw, all.felt);
      return one ? [{ ...one, caption: `${context.name}: ${one.caption}` }] : [];
    });
    return ok(
      view({
        title: [say(locale, 'matrix.mine')],
        landmark: LANDMARK,
        blocks:
          rows.length === 0
            ? [text(...rich(locale, 'matrix.mine.empty'))]
            : [
                table(
                  say(locale, 'matrix.mine'),
                  columns.map((key) => say(locale, key)),
                  rows,
                ),
                ...felt,
                note(say(locale, 'matrix.mine.note')),
              ],
        actions: [
          button(say(locale, 'wealth.declare'), act('wealth.declare'), 'primary'),
          button(say(locale, 'wealth.overview.title'), act('wealth.list')),
        ],
      }),
    );
  },
});
