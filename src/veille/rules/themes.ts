import { cleanLine, fold } from '../../kernel/text.js';

/** Two names that read the same are one theme. */
export const themeKey = (name: string): string => fold(cleanLine(name));
