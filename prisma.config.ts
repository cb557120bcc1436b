import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// `prisma generate` would download a schema engine that it does not use; naming any existing
// file stops it, so that the package registry alone is enough to install.
const self = fileURLToPath(import.meta.url);
if (existsSync(self)) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= self;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
