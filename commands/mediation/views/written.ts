import type { MediationId } from '../../../src/kernel/ids.js';
import { text } from '../../view/build.js';
import type { Button, View } from '../../view/view.js';
import { say } from '../../words/index.js';
import { type Drawing, secretView } from '../drawing.js';
import { emergencyFirst } from './emergency.js';

/** What was written is sent; to its author alone, whom to call first when it speaks of danger. */
export const writtenView = (
  drawing: Drawing,
  id: MediationId,
  one: { readonly words: string; readonly readers: string; readonly next: Button },
): View =>
  secretView(
    { id },
    {
      title: [say(drawing.locale, 'mediation.written.title')],
      blocks: [...emergencyFirst(drawing, one.words), text(one.readers)],
      actions: [one.next],
    },
  );
