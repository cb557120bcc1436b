/** One assignment as Node's parser reads it: its name, its value, and what follows on its line. */
const ASSIGNMENT =
  /^([ \t]*(?:export[ \t]+)?)([A-Za-z_][\w.]*)[ \t]*=[ \t]*(?:(["'`])(?:(?!\3)[\s\S])*\3([^\n]*)|[^\n#]*?([ \t]*\r?|[ \t]+#[^\n]*|#[^\n]*))$/gm;

/**
 * The text of a `.env` file with other values for some names, everything else as it was: in
 * place where the name is set, under its explanation where it is commented out, else at the end.
 */
export function withValues(text: string, values: ReadonlyMap<string, string>): string {
  const left = new Map(values);
  const set = text.replace(
    ASSIGNMENT,
    (whole, before: string, name: string, _quote, afterQuoted?: string, afterPlain?: string) => {
      const value = values.get(name);
      if (value === undefined) return whole;
      left.delete(name);
      return `${before}${name}=${quoted(value)}${afterQuoted ?? afterPlain ?? ''}`;
    },
  );
  return [...left].reduce(
    (all, [name, value]) => added(all, `${name}=${quoted(value)}`, name),
    set,
  );
}

function added(text: string, line: string, name: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const example = new RegExp(`^# ?${name}=[^\\n]*$`, 'm').exec(text);
  if (example) {
    const at = example.index + example[0].length;
    const cut = example[0].endsWith('\r') ? '' : end.slice(0, -1);
    return `${text.slice(0, at)}${cut}\n${line}${end.slice(0, -1)}${text.slice(at)}`;
  }
  const gap = text === '' || text.endsWith('\n') ? '' : end;
  return `${text}${gap}${line}${end}`;
}

/** Whether a `.env` file can hold it: it knows no escape for all three of its quotes together. */
export const canBeWritten = (value: string): boolean =>
  !/[\r\n]/.test(value) && (isPlain(value) || quoteFor(value) !== undefined);

const isPlain = (value: string): boolean => /^[\w@.:/+=,-]*$/.test(value);

/** Between double quotes `\n` would become a line end. */
const quoteFor = (value: string): string | undefined =>
  ["'", '`', '"'].find(
    (quote) => !value.includes(quote) && !(quote === '"' && value.includes('\\')),
  );

function quoted(value: string): string {
  if (isPlain(value)) return value;
  const quote = quoteFor(value);
  if (quote === undefined) throw new Error('a value that a .env file cannot hold');
  return `${quote}${value}${quote}`;
}
