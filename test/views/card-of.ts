import type { TestHouse } from '../support/house.js';

/** Which card drew a message; of what was whispered, with its key. */
export async function cardOf(
  { database: { prisma }, keys }: Pick<TestHouse, 'database' | 'keys'>,
  key: string,
): Promise<string> {
  const row = await prisma.delivery.findFirst({ where: { key } });
  if (row) return row.card;
  const where = { tag: key };
  const whisper = await prisma.whisper.findFirst({ where });
  const kept = whisper ?? (await prisma.privateRoom.findFirstOrThrow({ where }));
  const place = `${whisper ? 'whispers' : 'private_rooms'}.sealed:${key}`;
  const content = keys.find(kept.subject)?.unseal(kept.sealed, place) ?? '{}';
  return (JSON.parse(content) as { card: string }).card;
}
