import type { Outcome } from '../../src/decisions/types.js';
import type { Block } from '../view/view.js';
import { csvText } from './export-csv.js';
import { type Drawing, nameOf } from './views/card.js';

type File = Extract<Block, { type: 'file' }>;

/**
 * A decision as a file from which anybody can recount: JSON is what `npx ecc tally` reads, with
 * the decision beside it; CSV is for spreadsheets.
 */
export function exportFile(drawing: Drawing, outcome: Outcome, format: 'json' | 'csv'): File {
  const name = `D-${drawing.dossier.decision.number}.${format}`;
  return format === 'json'
    ? { type: 'file', name, mediaType: 'application/json', text: jsonText(drawing, outcome) }
    : {
        type: 'file',
        name,
        mediaType: 'text/csv',
        text: csvText(drawing, ballots(drawing, outcome)),
      };
}

function jsonText(drawing: Drawing, { counted, electorate, result }: Outcome): string {
  const { decision } = drawing.dossier;
  const { number, text, state, openedAt, closesAt, closedAt, conclusion, rule } = decision;
  const file = {
    ...counted,
    ballots: ballots(drawing, { counted }),
    decision: {
      ...{ number, title: text.title, body: text.body, version: text.version, state },
      ...{ openedAt, closesAt, closedAt, conclusion, secret: rule.secret, electorate },
      author: nameOf(drawing, decision.author),
      outcome: result.outcome,
    },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

type Entry = Outcome['counted']['ballots'][number];

const ballots = (drawing: Drawing, { counted }: Pick<Outcome, 'counted'>): readonly Entry[] =>
  counted.ballots.map((ballot) => withName(drawing, ballot));

/** Two members may share a name: the file must tell them apart. */
function withName(drawing: Drawing, entry: Entry): Entry {
  if (typeof entry.voter !== 'string') return entry;
  const name = nameOf(drawing, entry.voter);
  const shared = [...drawing.names.values()].filter((other) => other === name).length > 1;
  return { ...entry, voter: shared ? `${name} (${entry.voter.slice(-6)})` : name };
}
