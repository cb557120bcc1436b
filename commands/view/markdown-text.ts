/** For a file of Markdown: what people wrote stays text, no heading, link or picture in it. */
export const markdownText = (said: string): string =>
  said.replaceAll(/\s*\n\s*/g, ' ').replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
