import { formatList } from '../../../src/kernel/dates/format.js';
import * as policy from '../../../src/veille/policy.js';
import { act, button, note, text, view } from '../../view/build.js';
import type { Action, Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, nameOf } from '../drawing.js';
import { traceActions, traceBlocks } from './attached.js';
import {
  about,
  headline,
  LANDMARK,
  markActions,
  pageBlocks,
  remarkBlocks,
  shareBlocks,
  standing,
  stands,
  talkActions,
} from './card.js';

const MOST = 50;

/** Everything of a resource, for one reader. */
export function resourcePage(drawing: Drawing): View {
  const { known, locale } = drawing;
  return view({
    title: headline(drawing),
    landmark: LANDMARK,
    reference: `V-${known.resource.number}`,
    blocks: [
      ...pageBlocks(drawing, 1000),
      ...shareBlocks(drawing, MOST),
      ...remarkBlocks(drawing, MOST),
      ...traceBlocks(drawing.traces, locale),
      ...standing(drawing),
      ...(known.merged.length === 0
        ? []
        : [
            note(
              ...rich(locale, 'veille.holds', {
                list: formatList(
                  known.merged.map((number) => `V-${number}`),
                  locale,
                ),
              }),
            ),
          ]),
      ...curators(drawing),
      ...suggested(drawing),
    ],
    actions: [
      ...markActions(drawing),
      ...talkActions(drawing),
      ...sorting(drawing),
      ...linking(drawing),
      ...own(drawing),
      ...curating(drawing),
    ],
  });
}

function curators(drawing: Drawing): Block[] {
  const { known, locale } = drawing;
  if (known.curators.length === 0) return [];
  const who = formatList(
    known.curators.map((one) => nameOf(drawing, one)),
    locale,
  );
  return [note(...rich(locale, 'veille.curated', { who }))];
}

/** Only a suggestion, made of what the community chose before. */
function suggested(drawing: Drawing): Block[] {
  const { known, locale } = drawing;
  if (!known.suggestion || !stands(drawing)) return [];
  const { theme, because } = known.suggestion;
  const why =
    because.type === 'host'
      ? say(locale, 'veille.suggested.host', { host: because.host, count: because.count })
      : say(locale, 'veille.suggested.words', {
          words: formatList(because.words, locale),
          count: because.count,
        });
  return [text(...rich(locale, 'veille.suggested', { theme, why }))];
}

function sorting(drawing: Drawing): Action[] {
  const { known, locale, reader } = drawing;
  if (!stands(drawing) || !reader || !policy.mayClassify(reader, known)) return [];
  const theme = known.suggestion?.theme;
  return [
    ...(theme
      ? [
          button(
            say(locale, 'veille.act.accept', { theme }),
            act('veille.accept', about(drawing)),
            'primary',
          ),
        ]
      : []),
    button(
      say(locale, known.resource.theme === '' ? 'veille.act.classify' : 'veille.act.reclassify'),
      act('veille.classify', about(drawing)),
    ),
    button(say(locale, 'veille.act.tag'), act('veille.tag', about(drawing))),
  ];
}

/** To what it goes with, and to more. */
function linking(drawing: Drawing): Action[] {
  const { traces, locale, reader } = drawing;
  return [
    ...traceActions(traces, locale),
    ...(stands(drawing) && reader
      ? [button(say(locale, 'attached.act'), act('veille.attach', about(drawing)))]
      : []),
  ];
}

function own(drawing: Drawing): Action[] {
  const { known, locale, reader } = drawing;
  if (!stands(drawing) || !reader) return [];
  const shared = known.shares.some(({ member }) => member === reader.id);
  return [
    ...(known.resource.page === 'failed'
      ? [button(say(locale, 'veille.act.reread'), act('veille.reread', about(drawing)))]
      : []),
    ...(shared
      ? [button(say(locale, 'veille.act.unshare'), act('veille.unshare', about(drawing)))]
      : []),
  ];
}

function curating(drawing: Drawing): Action[] {
  const { known, locale, reader } = drawing;
  if (!reader || !policy.mayCurate(reader, known.curators)) return [];
  const { resource, into } = known;
  if (into) return [button(say(locale, 'veille.act.split'), act('veille.split', about(drawing)))];
  if (resource.state === 'retracted') {
    return [button(say(locale, 'veille.act.restore'), act('veille.restore', about(drawing)))];
  }
  return [
    resource.promotedBy
      ? button(say(locale, 'veille.act.demote'), act('veille.demote', about(drawing)))
      : button(say(locale, 'veille.act.promote'), act('veille.promote', about(drawing))),
    button(
      say(locale, 'veille.act.edition'),
      act('veille.edition-add', { resources: `V-${resource.number}` }),
    ),
    button(say(locale, 'veille.act.merge'), act('veille.merge', about(drawing))),
    button(say(locale, 'veille.act.retract'), act('veille.retract', about(drawing)), 'danger'),
  ];
}
