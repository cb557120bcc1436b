import type { BlockElementAction } from '@slack/bolt';
import type { Request } from '../../commands/registry/invocation.js';
import type { CommandSurface } from '../../commands/registry/surface.js';
import { decodeAct } from '../../commands/view/act-id.js';
import { fold } from '../../src/kernel/text.js';
import { REOPEN_ACT, REOPEN_LINE } from './answer.js';
import { DO, PICK } from './render/actions.js';
import { unescaped } from './render/mrkdwn.js';

/**
 * What Slack sends, as it was typed: https://docs.slack.dev/messaging/formatting-message-text.
 * A person or a channel that was named keeps its name when Slack says it.
 */
export const typed = (text: string): string =>
  unescaped(
    text.replaceAll(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, (_, sign, target, label) => {
      if (sign === '') return target;
      return `${sign === '!' ? '@' : sign}${label ?? target}`;
    }),
  ).trim();

/** The same, without the mention it begins with. */
export const afterMention = (text: string): string => typed(text.replace(/^\s*<@[^<>]*>\s*/, ''));

/**
 * The line that `/ecc …` or `@ecc …` stands for: `/ecc moi` is `ecc moi`, and `/ecc décision
 * proposer` is `décision proposer`.
 */
export function lineOf(word: string, text: string, surface: readonly CommandSurface[]): string {
  const line = `${word} ${text}`.trim();
  const first = fold(text).split(/\s+/)[0] ?? '';
  if (first === '') return line;
  const names = surface.flatMap(({ names: { fr, en } }) => [...fr, ...en].map(fold));
  const starts = (beginning: string): boolean =>
    names.some((name) => name === beginning || name.startsWith(`${beginning} `));
  return !starts(`${fold(word)} ${first}`) && starts(first) ? text : line;
}

/** What a button or a menu asks; `null` for links and what is not ours. */
export function requestOf(action: BlockElementAction): Request | null {
  const [kind, _place, param, ...act] = action.action_id.split('~');
  if (action.type === 'button') {
    const value = action.value ?? '';
    if (kind === REOPEN_LINE) return { type: 'line', text: value };
    const known = kind === DO || kind === REOPEN_ACT ? decodeAct(value) : null;
    return known && { type: 'act', ...known };
  }
  if (kind !== PICK || param === undefined) return null;
  const known = decodeAct(act.join('~'));
  const picked = pickedIn(action);
  if (!known || picked === null) return null;
  const args = { ...known.act.args, [param]: picked };
  return { type: 'act', community: known.community, act: { ...known.act, args } };
}

function pickedIn(action: BlockElementAction): string | null {
  if (action.type === 'static_select') return action.selected_option?.value ?? null;
  if (action.type !== 'multi_static_select') return null;
  // Nothing left chosen is somebody who has not finished.
  const values = action.selected_options.map(({ value }) => value);
  return values.length === 0 ? null : values.join(',');
}
