/** As servers write dates (RFC 9110 §5.6.7), so that `1` or `soon` is not taken for a date. */
const DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** How long a server asks to be left alone (RFC 9110 §10.2.3); `null` when it does not say. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  const said = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1_000;
  const at = DATE.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
