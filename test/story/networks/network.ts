/** A message as people read it. */
export interface Said {
  readonly id: string;
  readonly text: string;
  readonly edits: number;
}

/** A network with one room and people in it, that outlives ECC and its own outages. */
export interface Network {
  readonly name: string;
  /** The settings that connect ECC to it. */
  readonly env: Readonly<Record<string, string>>;
  /** What everybody in the room reads of what ECC said, oldest first. */
  room(): readonly Said[];
  /** What ECC told that person alone, oldest first. */
  told(who: string): readonly string[];
  /** Somebody types a command in the room. */
  command(who: string, line: string): Promise<void>;
  /** Somebody votes under a message, as people of that network do. */
  vote(who: string, message: Said, label: string): Promise<void>;
  /** Gone at once, with every connection. What it knows, it keeps. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** What it refused, or was asked to do and never should be. */
  faults(): readonly string[];
}

export const plainBlanks = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');
