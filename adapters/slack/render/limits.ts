/** What Slack accepts: https://docs.slack.dev/reference/block-kit and /reference/views. */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  text: 3000,
  header: 150,
  button: 75,
  id: 255,
  value: 2000,
  /** In one group, and groups in one menu. */
  options: 100,
  option: 75,
  optionValue: 150,
  elements: 25,
  viewTitle: 24,
  input: 3000,
  metadata: 3000,
  url: 3000,
  label: 2000,
  /** https://docs.slack.dev/interactivity/implementing-shortcuts, /reference/app-manifest */
  shortcuts: 10,
  shortcutName: 24,
  shortcutHelp: 150,
  /** Advised for `text`: https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
  fallback: 4000,
} as const;

/**
 * Ours: Slack refuses a message whose blocks hold too much text (`msg_blocks_too_long`) without
 * saying how much that is; people report about 13 000 characters, buttons and menus aside.
 */
export const PAGE_TEXT = 10_000;

/** A label that fits, with an ellipsis where it was cut: the whole one is then shown elsewhere. */
export function fitted(text: string, max: number): string {
  if (text.length <= max) return text;
  let fits = '';
  for (const letter of [...text]) {
    if (fits.length + letter.length > max - 1) break;
    fits += letter;
  }
  return `${fits}…`;
}

/** Cuts a long text into pieces that fit, at a line's end or a blank where there is one. */
export function pieces(text: string, max: number): string[] {
  const cut: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const head = rest.slice(0, max);
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
    // Never between the two halves of a character.
    const blind = /[\uD800-\uDBFF]$/.test(head) ? max - 1 : max;
    const end = at > max / 2 ? at + 1 : blind;
    cut.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? cut : [...cut, rest];
}
