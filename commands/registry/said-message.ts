/** A message that somebody points at. Its text is data, whatever it looks like. */
export interface SaidMessage {
  readonly text: string;
  /** `null` when the platform does not say. */
  readonly author: { readonly userId: string; readonly name: string } | null;
  /** A lasting address of it; `null` where there is none. */
  readonly link: string | null;
  readonly at: Date;
}
