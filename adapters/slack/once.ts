/** Beyond Slack's last retry of an event, at any rate people speak. */
const MOST_KEPT = 2_000;

/**
 * Whether an event is seen for the first time by this process. Doing its work once is the
 * journal's affair, over restarts too; this only keeps from answering twice.
 */
export function createOnce(): (eventId: string) => boolean {
  const seen = new Set<string>();
  return (eventId) => {
    if (seen.has(eventId)) return false;
    const [oldest] = seen;
    if (seen.size >= MOST_KEPT && oldest !== undefined) seen.delete(oldest);
    seen.add(eventId);
    return true;
  };
}
