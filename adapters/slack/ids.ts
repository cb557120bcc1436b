/** Slack's ids are only unique in their workspace, so ours name both: `T123:C456`. */
export const placeId = (team: string, id: string): string => `${team}:${id}`;

/** The reverse. Throws on anything else: such an id never came from here. */
export function readPlaceId(id: string): { readonly team: string; readonly id: string } {
  const [team, inside, ...rest] = id.split(':');
  if (!team || !inside || rest.length > 0) throw new Error(`not a Slack place: ${id}`);
  return { team, id: inside };
}

/** Channels whose id begins with D are between one person and ECC. */
export const isDirect = (channel: string): boolean => channel.startsWith('D');

/** A conversation of a few people, by the name that Slack gives it. */
export const isGroup = ({ name }: { readonly name: string }): boolean => name.startsWith('mpdm-');
