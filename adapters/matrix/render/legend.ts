import type { View } from '../../../commands/view/view.js';
import type { MatrixWords } from '../words.js';
import type { Piece } from './blocks.js';
import { addsUp, type Gesture, type Gestures, PRIVATE_BALLOT } from './gestures.js';
import { calm, escapeHtml } from './html.js';

/** What the signs under a message mean, and where its links lead. */
export function legendOf(view: View, { open, secret }: Gestures, words: MatrixWords): Piece[] {
  const votes = open.filter(({ undo }) => undo !== null);
  const others = open.filter(({ undo }) => undo === null);
  const links = view.actions.flatMap((action) => (action.type === 'link' ? [action] : []));
  const many = votes.some(({ choice }) => choice?.multiple);
  return [
    ...(votes.length > 0 ? [listed(votes), small(many ? words.reactMany : words.react)] : []),
    ...(secret.length > 0 ? [line(`${PRIVATE_BALLOT} ${words.secret}`)] : []),
    ...(others.length > 0 && votes.length + secret.length > 0
      ? [line(`${words.more}${others.map(signed).join(' · ')}`)]
      : []),
    ...(others.length > 0 && votes.length + secret.length === 0
      ? [listed(others), small(others.some(addsUp) ? words.reactAdd : words.reactPlain)]
      : []),
    ...links.map(({ label, href }) => ({
      html: `<p><a href="${escapeHtml(href)}">${escapeHtml(calm(label))}</a></p>`,
      plain: `${calm(label)} : ${href}`,
    })),
  ];
}

const signed = ({ emoji, label }: Gesture): string => `${emoji} ${calm(label)}`;

const line = (text: string): Piece => ({ html: `<p>${escapeHtml(text)}</p>`, plain: text });
const small = (text: string): Piece => ({
  html: `<p><em>${escapeHtml(text)}</em></p>`,
  plain: text,
});

/** A line a sign: they are to be told apart at a glance. */
const listed = (gestures: readonly Gesture[]): Piece => ({
  html: `<p>${gestures.map((one) => escapeHtml(signed(one))).join('<br>')}</p>`,
  plain: gestures.map(signed).join('\n'),
});
