/**
 * What Discord refuses beyond, in UTF-16 code units unless said otherwise.
 * Sources: docs.discord.com, “Message”, “Embed limits”, “Component reference”,
 * “Application commands”, “Permissions”, “Guild Scheduled Event”.
 */
export const LIMITS = {
  embedTitle: 256,
  embedDescription: 4096,
  /** All the texts of all the embeds of a message. */
  embedTotal: 6000,
  rows: 5,
  buttonsPerRow: 5,
  label: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  linkUrl: 512,
  altText: 1024,
  modalTitle: 45,
  modalComponents: 5,
  fieldLabel: 45,
  fieldHelp: 100,
  inputLength: 4000,
  channelName: 100,
  commandName: 32,
  /** Global commands in the menu of a message, and as many in that of a person. */
  menuCommands: 5,
  commandHelp: 100,
  optionsPerCommand: 25,
  /** Names, descriptions and values of a command and all it holds, in its longest language. */
  commandTotal: 8000,
  choices: 25,
  choiceText: 100,
  nonce: 25,
  eventName: 100,
  eventDescription: 1000,
  eventLocation: 100,
} as const;

/** On one line, ending in an ellipsis when it does not fit: for labels, never for results. */
export function fitted(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  return `${line
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()}…`;
}
