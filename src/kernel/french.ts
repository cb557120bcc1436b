/**
 * French puts a blank that does not break before : ; ? ! % and inside « », narrow where `Intl`
 * makes it so. Sentences are written with plain blanks; this sets them.
 */
export const withFrenchBlanks = (text: string): string =>
  text
    .replaceAll(/ ([:»%])/g, '\u00A0$1')
    .replaceAll('« ', '«\u00A0')
    .replaceAll(/ ([;?!])/g, '\u202F$1');
