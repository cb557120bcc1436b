import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

const STYLES = ['base', 'page', 'flow', 'composer', 'card', 'form'];

/** The package's folder, from the sources or from `dist`: the one that holds the styles. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'adapters/web/style/base.css'))) return folder;
    if (folder === dirname(folder)) throw new Error('adapters/web/style is missing');
  }
}

/** The script, the style and the icon. They hold nothing of the room. */
export function assets(): Hono {
  const root = packageRoot();
  const app = new Hono();
  app.use('/style.css', etag());
  app.use('/client/*', etag());
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-cache');
  });

  app.get('/style.css', async (c) => {
    const parts = STYLES.map((name) => readFile(join(root, `adapters/web/style/${name}.css`)));
    return c.body(Buffer.concat(await Promise.all(parts)).toString(), 200, {
      'content-type': 'text/css; charset=utf-8',
    });
  });
  app.get('/icon.svg', async (c) =>
    c.body(await readFile(join(root, 'adapters/web/icon.svg'), 'utf8'), 200, {
      'content-type': 'image/svg+xml',
    }),
  );
  app.get('/client/:file{[a-z-]+\\.js}', async (c) => {
    const file = join(root, 'dist/adapters/web/client', c.req.param('file'));
    if (!existsSync(file)) return c.notFound();
    return c.body(await readFile(file, 'utf8'), 200, {
      'content-type': 'text/javascript; charset=utf-8',
    });
  });
  return app;
}
