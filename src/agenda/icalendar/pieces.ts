import { ok, type Result, refuse } from '../../kernel/result.js';

/** What is told apart in a calendar before anything of it is understood. */
export interface Pieces {
  readonly name: string;
  /** What the calendar says that times without a zone are in; empty when it does not. */
  readonly zone: string;
  /** The IANA name that a VTIMEZONE says it stands for, by its TZID. */
  readonly locations: ReadonlyMap<string, string>;
  readonly events: readonly Piece[];
}

/** The lines of one VEVENT, unfolded: its own, and those of what is inside it. */
export interface Piece {
  readonly own: readonly string[];
  readonly inner: readonly string[];
}

const MOST = {
  characters: 10_000_000,
  events: 20_000,
  line: 20_000,
  lines: 2_000,
  depth: 8,
};

/**
 * Cuts a calendar into its events, in one pass: whatever is inside them, however deep, is never
 * more than lines. Refuses `calendar-not-one`, `calendar-large`, `calendar-cut` for one whose end
 * is missing, and `calendar-garbled`.
 */
export function cut(text: string): Result<Pieces> {
  if (text.length > MOST.characters) return refuse('calendar-large', { max: MOST.events });
  const cutter = createCutter();
  for (const line of unfolded(text)) {
    const fault = cutter.take(line);
    if (fault) return refuse(fault, { max: MOST.events });
  }
  if (!cutter.begun()) return refuse('calendar-not-one');
  return cutter.open() ? refuse('calendar-cut') : ok(cutter.pieces());
}

/** Content lines (§3.1). What is longer than any text that we read keeps its beginning only. */
function* unfolded(text: string): Generator<string> {
  let line = '';
  for (let from = text.charCodeAt(0) === 0xfeff ? 1 : 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const blank = text[from] === ' ' || text[from] === '\t';
    const part = text.slice(blank ? from + 1 : from, text[end - 1] === '\r' ? end - 1 : end);
    if (blank) {
      if (line.length < MOST.line) line += part.slice(0, MOST.line);
    } else {
      if (line !== '') yield line;
      line = part.slice(0, MOST.line);
    }
    from = end + 1;
  }
  if (line !== '') yield line;
}

function createCutter() {
  const events: Piece[] = [];
  const locations = new Map<string, string>();
  const stack: string[] = [];
  let began = false;
  let [name, zone, tzid] = ['', '', ''];
  let piece: { own: string[]; inner: string[] } | null = null;

  function begin(component: string): string | null {
    if (stack.length === 0 && component !== 'VCALENDAR') return 'calendar-not-one';
    if (stack.length >= MOST.depth) return 'calendar-garbled';
    began = true;
    stack.push(component);
    if (component === 'VEVENT' && stack.length === 2) piece = { own: [], inner: [] };
    return events.length >= MOST.events ? 'calendar-large' : null;
  }

  function end(component: string): string | null {
    if (stack.pop() !== component) return 'calendar-garbled';
    if (component === 'VEVENT' && stack.length === 1 && piece) {
      events.push(piece);
      piece = null;
    }
    return null;
  }

  function property(line: string): void {
    if (piece) {
      const { own, inner } = piece;
      const lines = stack.length === 2 ? own : inner;
      if (own.length + inner.length < MOST.lines) lines.push(line);
      return;
    }
    const [, key = '', value = ''] = /^([\w-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const known = key.toUpperCase();
    if (stack.length === 1 && (known === 'NAME' || known === 'X-WR-CALNAME')) name ||= value;
    if (stack.length === 1 && known === 'X-WR-TIMEZONE') zone = value.trim();
    if (stack.at(-1) !== 'VTIMEZONE') return;
    if (known === 'TZID') tzid = value.trim();
    if (known === 'X-LIC-LOCATION') locations.set(tzid, value.trim());
  }

  return {
    begun: () => began,
    open: () => stack.length > 0,
    pieces: (): Pieces => ({ name, zone, locations, events }),
    /** The code of what is wrong with it. */
    take(line: string): string | null {
      const [, turn = '', component = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line) ?? [];
      if (turn === '') {
        if (!began) return 'calendar-not-one';
        property(line);
        return null;
      }
      const inside = stack.length >= 2;
      const kind = component.toUpperCase();
      const fault = turn.toUpperCase() === 'BEGIN' ? begin(kind) : end(kind);
      if (piece && inside && stack.length >= 2) piece.inner.push(line);
      return fault;
    },
  };
}
