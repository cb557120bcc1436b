/**
 * Saves the file a card holds. Browsers follow no address of several megabytes, so it is made a
 * file of theirs first: of no type that they would open. `false` when it is not one of ours.
 */
export function save(link: HTMLAnchorElement): boolean {
  const [head = '', encoded = ''] = (link.getAttribute('href') ?? '').split(';base64,');
  if (!head.startsWith('data:')) return false;
  const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const saving = document.createElement('a');
  saving.href = url;
  saving.download = link.download;
  saving.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return true;
}
