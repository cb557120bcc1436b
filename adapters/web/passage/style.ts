import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../assets.js';

const STYLES = ['base', 'card', 'form', 'passage'];

/** Within the page, so that whoever opens only these addresses to the outside opens no other. */
export const STYLE = STYLES.map((name) =>
  readFileSync(join(packageRoot(), `adapters/web/style/${name}.css`), 'utf8'),
).join('');

/** Nothing is fetched, nothing runs, nothing is sent elsewhere. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
