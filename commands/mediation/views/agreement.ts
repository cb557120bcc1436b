import { type MemberId, shortenId } from '../../../src/kernel/ids.js';
import { type Agreement, HOLDS } from '../../../src/mediation/types.js';
import { act, button, note, text } from '../../view/build.js';
import { richText } from '../../view/markdown.js';
import type { Block, Button, View } from '../../view/view.js';
import { rich, say } from '../../words/index.js';
import { type Drawing, listOf, listView, momentOf, nameOf, secretView } from '../drawing.js';

export const agreementArg = ({ id }: Pick<Agreement, 'id'>) => ({ agreement: shortenId(id) });

/** What somebody keeps, and when its day has come, the question they chose to be asked. */
export function agreementView(drawing: Drawing, agreement: Agreement, reader: MemberId): View {
  const { locale } = drawing;
  const { at, followAt, followed, parties, text: words } = agreement;
  const own = agreement.answers.find(({ member }) => member === reader);
  return secretView(agreement, {
    title: [
      say(locale, followed && !own ? 'mediation.agreement.asks' : 'mediation.agreement.title'),
    ],
    blocks: [
      { type: 'rich', content: [{ type: 'quote', children: richText(words) }] },
      text(
        say(locale, 'mediation.agreement.between', {
          names: listOf(drawing, parties),
          at: momentOf(drawing, at),
        }),
      ),
      ...(followAt && !followed
        ? [text(say(locale, 'mediation.terms.follow', { at: momentOf(drawing, followAt) }))]
        : []),
      ...answers(drawing, agreement, reader),
      ...(own?.told
        ? []
        : [note(say(locale, `mediation.agreement.${followed ? 'private' : 'kept'}`))]),
    ],
    actions: [
      ...(followed ? asking(drawing, agreement, own !== undefined) : []),
      ...(own && !own.told ? [press(drawing, agreement, 'tell')] : []),
      ...(own && own.holds !== 'yes'
        ? [button(say(locale, 'mediation.begin'), act('mediation.ask'))]
        : []),
      press(drawing, agreement, 'drop'),
    ],
  });
}

const press = ({ locale }: Drawing, agreement: Agreement, key: 'tell' | 'drop'): Button =>
  button(
    say(locale, `mediation.agreement.act.${key}`),
    act(`mediation.${key}`, agreementArg(agreement)),
  );

const asking = ({ locale }: Drawing, agreement: Agreement, again: boolean): Button[] =>
  HOLDS.map((holds) =>
    button(
      say(locale, `mediation.agreement.act.${holds}`),
      act('mediation.hold', { ...agreementArg(agreement), holds }),
      again ? 'plain' : 'primary',
    ),
  );

function answers(drawing: Drawing, agreement: Agreement, reader: MemberId): Block[] {
  const { locale } = drawing;
  return agreement.answers.map(({ member, holds, told }) => {
    const said = say(locale, `mediation.holds.${holds}`);
    if (member !== reader) {
      const facts = { name: nameOf(drawing, member), said };
      return text(...rich(locale, 'mediation.agreement.theirs', facts));
    }
    const key = told ? 'mediation.agreement.yours.told' : 'mediation.agreement.yours';
    return text(...rich(locale, key, { said }));
  });
}

export function agreementsView(drawing: Drawing, agreements: readonly Agreement[]): View {
  const { locale } = drawing;
  return listView(agreements, {
    title: [say(locale, 'mediation.agreements.title')],
    blocks: agreements.length === 0 ? [text(say(locale, 'mediation.agreements.none'))] : [],
    actions: agreements.toReversed().map((one) =>
      button(
        say(locale, 'mediation.agreements.one', {
          names: listOf(drawing, one.parties),
          at: momentOf(drawing, one.at),
        }),
        act('mediation.agreement', agreementArg(one)),
      ),
    ),
  });
}
