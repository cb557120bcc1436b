import { elementsOf } from './dom.js';

const PAUSE_MS = 90;

/**
 * Suggestions for the command being typed (WAI-ARIA APG: editable combobox, list autocomplete,
 * manual selection). The focus stays in `input`; nothing is chosen until an arrow is pressed.
 */
export function combobox(
  input: HTMLTextAreaElement,
  list: HTMLElement,
  fetchOptions: (text: string) => Promise<string>,
): void {
  let active: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let stale = false;

  const options = () => [...list.children] as HTMLElement[];
  const wanted = () =>
    input.value.trimStart().startsWith('/') &&
    !input.value.includes('\n') &&
    input.selectionStart === input.value.length &&
    document.activeElement === input;

  const mark = (option: HTMLElement | null) => {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    if (option === null) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };
  const draw = (html: string) => {
    mark(null);
    list.replaceChildren(...elementsOf(html));
    list.hidden = list.childElementCount === 0;
    list.scrollTop = 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const close = () => {
    clearTimeout(timer);
    draw('');
  };
  const suggest = async () => {
    stale = asking;
    if (asking) return;
    asking = true;
    const html = await fetchOptions(input.value).catch(() => '');
    asking = false;
    if (stale && wanted()) return void suggest();
    draw(wanted() ? html : '');
  };
  const take = (option: HTMLElement) => {
    input.value = option.dataset.insert ?? input.value;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (!wanted()) return close();
    mark(null);
    timer = setTimeout(suggest, PAUSE_MS);
  });
  input.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (option) take(option);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing || event.shiftKey) return;
    const all = options();
    const at = active === null ? -1 : all.indexOf(active);
    if (event.key === 'ArrowDown') mark(all[(at + 1) % all.length] ?? null);
    else if (event.key === 'ArrowUp') mark(all.at(at <= 0 ? -1 : at - 1) ?? null);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab' && all[Math.max(at, 0)]) take(all[Math.max(at, 0)] ?? list);
    else if (event.key === 'Enter' && active !== null) take(active);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}
