import type { Locale } from '../../../src/kernel/locale.js';
import { button, text, view } from '../../view/build.js';
import type { Act, View } from '../../view/view.js';
import { say } from '../../words/index.js';

/**
 * All that ever comes by itself, always the same: neither a notification nor who looks over a
 * shoulder learns more than that something waits.
 */
export const wordView = (locale: Locale, opens: Act): View =>
  view({
    title: [say(locale, 'mediation.word.title')],
    landmark: '🕊️',
    audience: 'direct',
    blocks: [text(say(locale, 'mediation.word.body'))],
    actions: [button(say(locale, 'mediation.word.open'), opens, 'primary')],
  });
