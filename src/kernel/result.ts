/** What a message can be filled with; dates are formatted in the reader's language and zone. */
export type Params = Readonly<Record<string, string | number | Date>>;

/**
 * An expected refusal: a value, translated at the edge from `refusal.<code>` in the catalogues.
 * `field` names the argument at fault, when one is.
 */
export interface Refusal {
  readonly code: string;
  readonly params: Params;
  readonly field?: string;
}

/** Success, or every reason at once why not. Bugs throw; refusals never do. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (code: string, params: Params = {}, field?: string): Result<never> => ({
  ok: false,
  refusals: [field === undefined ? { code, params } : { code, params, field }],
});
