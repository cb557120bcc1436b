import { renderReply } from '../../../adapters/web/render/message.js';
import { parseHtml } from '../../adapters/web/support/html.js';
import { fieldsIn, gestures, seenIn } from '../../adapters/web/support/reading.js';
import type { Network } from '../network.js';

/** As the page shows it: well-formed, and nothing that could not be drawn. */
export const web: Network = ({ view }, locale) => {
  const faults: unknown[] = [];
  const person = { userId: 'nadia', name: 'Nadia' };
  const reader = {
    ...{ locale, person, people: [person], offers: [] },
    spot: { roomId: 'playground', name: 'Atelier', apart: false, closed: false },
    apart: [],
    onFault: (fault: unknown) => void faults.push(fault),
  };
  const root = parseHtml(renderReply(view, 'r1', new Date(0), reader));
  const fields = fieldsIn(root).map(({ label, value }) => `${label} = ${value}`);
  const labels = gestures(root).map(({ label }) => `[${label}]`);
  const text = [seenIn(root, 'r1', 0).text, ...fields, labels.join(' ')];
  return { text: text.filter((line) => line !== '').join('\n'), faults };
};
