import { decodeAct, encodeAct } from '../../commands/view/act-id.js';
import type { Act } from '../../commands/view/view.js';
import type { CommunityId } from '../../src/kernel/ids.js';

/** What a button, a select or a modal of ours does. */
export type Gesture =
  | { readonly type: 'act'; readonly community: CommunityId | null; readonly act: Act }
  /** Opens a page of a form. */
  | { readonly type: 'ask'; readonly dialogue: string; readonly page: number }
  /** A form sent back. */
  | { readonly type: 'send'; readonly dialogue: string };

const UUID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
const ASK = new RegExp(`^ask~(${UUID})~(\\d)$`);
const SEND = new RegExp(`^send~(${UUID})$`);

export const askId = (dialogue: string, page: number): string => `ask~${dialogue}~${page}`;
export const sendId = (dialogue: string): string => `send~${dialogue}`;

export const buttonId = encodeAct;

/** A select gives the last argument of its act. */
export const selectId = (community: CommunityId | null, act: Act, param: string): string => {
  const { [param]: _, ...args } = act.args;
  return encodeAct(community, { ...act, args: { ...args, [param]: '' } });
};

/** Discord refuses the same id twice in a message: the second time carries its number. */
export const numbered = (id: string, time: number): string => (time === 1 ? id : `${id}#${time}`);

/** `chosen`: the values of a select, `null` for a button. `null` for an id that is not ours. */
export function readCustomId(id: string, chosen: readonly string[] | null): Gesture | null {
  const asked = ASK.exec(id);
  if (asked?.[1]) return { type: 'ask', dialogue: asked[1], page: Number(asked[2]) };
  const sent = SEND.exec(id);
  if (sent?.[1]) return { type: 'send', dialogue: sent[1] };
  const decoded = decodeAct(id.replace(/#\d+$/, ''));
  if (!decoded) return null;
  if (chosen === null) return { type: 'act', ...decoded };
  const param = Object.keys(decoded.act.args).at(-1);
  if (param === undefined) return null;
  const args = { ...decoded.act.args, [param]: chosen.join(',') };
  return { type: 'act', community: decoded.community, act: { ...decoded.act, args } };
}
