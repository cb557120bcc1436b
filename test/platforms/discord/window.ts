import type { Modal } from './shapes/components.js';

/** What somebody chose on their device. */
export interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export type Files = Readonly<Record<string, Chosen>>;

/** What an open window sends back: what it holds, and these answers by label over it. */
export function filledIn(
  open: Modal,
  given: {
    readonly answers: Readonly<Record<string, string>>;
    readonly chosen: Files;
    readonly uploaded: (file: Chosen) => { readonly id: string; readonly said: object };
  },
) {
  const { answers, chosen, uploaded } = given;
  const unknown = new Set(Object.keys({ ...answers, ...chosen }));
  const attachments: Record<string, object> = {};
  const components = open.components.map((one, id) => {
    if (one.type === 10) return { type: 10, id };
    const { component } = one;
    const answer = answers[one.label];
    unknown.delete(one.label);
    const shared = { id, type: component.type, custom_id: component.custom_id };
    if (component.type === 3) {
      const chosen = component.options.filter((each) =>
        answer === undefined ? each.default : each.label.toLowerCase() === answer.toLowerCase(),
      );
      if (component.required !== false && chosen.length === 0) throw new Error(`${one.label}?`);
      return {
        type: 18,
        id,
        component: { ...shared, values: chosen.map(({ value }) => value) },
      };
    }
    if (component.type === 19) {
      const file = chosen[one.label];
      if (component.required !== false && !file) throw new Error(`${one.label}?`);
      const given = file && uploaded(file);
      if (given) attachments[given.id] = given.said;
      return { type: 18, id, component: { ...shared, values: given ? [given.id] : [] } };
    }
    const value = answer ?? component.value ?? '';
    if (component.required !== false && value === '') throw new Error(`${one.label}?`);
    if (value.length > (component.max_length ?? 4000)) throw new Error(`${one.label}: too long`);
    return { type: 18, id, component: { ...shared, value } };
  });
  if (unknown.size > 0) throw new Error(`no field ${[...unknown].join(', ')}`);
  return { components, attachments };
}
