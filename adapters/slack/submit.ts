import type { SlackViewMiddlewareArgs, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { Form, View } from '../../commands/view/view.js';
import { answer } from './answer.js';
import { patiently } from './client.js';
import type { Desk, Sight } from './desk.js';
import { attached } from './files.js';
import {
  blockOf,
  filesIn,
  formModal,
  resultModal,
  valuesOf,
  waitingModal,
} from './render/modal.js';
import { type Memory, type Scene, toMetadata } from './scene.js';

/** Slack waits three seconds; the way there and back takes its part. */
const ANSWER_WITHIN_MS = 2_000;

type Ack = SlackViewMiddlewareArgs<ViewSubmitAction>['ack'];

/**
 * Takes a form that was sent. The acknowledgement says what becomes of its window: its faults
 * under their fields, nothing more, or, when the answer takes too long, a word to wait.
 */
export async function submit(parts: {
  readonly desk: Desk;
  readonly sight: Sight;
  readonly view: ViewOutput;
  readonly memory: Memory;
  readonly ack: Ack;
  readonly eventId: string;
}): Promise<void> {
  const { desk, view, memory, ack } = parts;
  if (memory.dialogue === null) return ack();
  const request = { type: 'form', dialogue: memory.dialogue } as const;
  const work = (async () => {
    const scene = await desk.sceneOf(parts.sight);
    const values = valuesOf(view.state.values, scene.locale);
    const given = filesIn(view.state.values).map(([field, file]) =>
      attached(scene.client, field, file),
    );
    const said = await desk.dispatch(parts.eventId, scene, { ...request, values }, given);
    return { scene, values, said };
  })();
  // Awaited below, whichever comes first.
  work.catch(() => undefined);
  const inTime = await Promise.race([work, later(ANSWER_WITHIN_MS)]);
  if (inTime === null) {
    await ack({
      response_action: 'update',
      view: waitingModal(view.private_metadata, memory.locale),
    });
    const { scene, said } = await work;
    const modal = windowFor(said, scene);
    await patiently(() => scene.client.views.update({ view_id: view.id, view: modal }));
    return;
  }
  const { scene, values, said } = inTime;
  if (!said.form) {
    await ack({ response_action: 'clear' });
    return answer(scene, said, { ...request, values });
  }
  const errors = faultsUnder(said.form, view);
  if (errors) await ack({ response_action: 'errors', errors });
  else await ack({ response_action: 'update', view: windowFor(said, scene) });
}

const later = (ms: number): Promise<null> =>
  new Promise((resolve) => setTimeout(resolve, ms, null).unref());

function windowFor(said: View, { locale, channel }: Scene) {
  const metadata = toMetadata({ dialogue: said.form?.dialogue ?? null, locale, channel });
  return said.form
    ? formModal(said, said.form, { metadata, locale })
    : resultModal(said, metadata, locale);
}

/**
 * Each fault under the field it is about, everything typed staying as it is; `null` when the
 * form that is now asked is not the one on the screen.
 */
function faultsUnder({ fields }: Form, shown: ViewOutput): Record<string, string> | null {
  const faulty = fields.filter(({ fault }) => fault !== '');
  const known = fields.every(({ name }) => blockOf(name) in shown.state.values);
  if (!known || faulty.length === 0) return null;
  return Object.fromEntries(faulty.map(({ name, fault }) => [blockOf(name), fault]));
}
