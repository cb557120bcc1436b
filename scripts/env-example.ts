/** Writes `.env.example` from the table of settings. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { envExample } from '../src/config/example.js';

await writeFile(join(import.meta.dirname, '../.env.example'), envExample());
