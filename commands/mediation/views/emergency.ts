import { countryOf, numbersOf, speaksOfDanger } from '../../../src/mediation/rules/emergency.js';
import { countrySaid } from '../../../src/mediation/rules/pledge.js';
import { act, button, note, text } from '../../view/build.js';
import type { Block, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, quietView } from '../drawing.js';

/** Whom to call, in the country the community lives in. */
function emergencyBlocks({ community, locale }: Pick<Drawing, 'community' | 'locale'>): Block[] {
  const country = countrySaid(community.settings.mediation) ?? countryOf(community.zone);
  const items = numbersOf(country).map(({ number, help }) => [
    {
      type: 'paragraph' as const,
      children: rich(locale, 'mediation.emergency.line', {
        number,
        help: say(locale, `mediation.emergency.${help}`),
      }),
    },
  ]);
  return [
    { type: 'rich', content: [{ type: 'list', ordered: false, items }] },
    note(say(locale, 'mediation.emergency.elsewhere')),
  ];
}

export const emergencyView = (drawing: Pick<Drawing, 'community' | 'locale'>): View =>
  quietView({
    title: [say(drawing.locale, 'mediation.emergency.title')],
    blocks: emergencyBlocks(drawing),
    actions: [button(say(drawing.locale, 'mediation.begin'), act('mediation.ask'))],
  });

/** Before anything else, when what somebody wrote speaks of danger. */
export const emergencyFirst = (drawing: Drawing, written: string): Block[] =>
  speaksOfDanger(written)
    ? [text(...rich(drawing.locale, 'mediation.emergency.now')), ...emergencyBlocks(drawing)]
    : [];
