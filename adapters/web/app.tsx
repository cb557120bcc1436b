import { randomInt } from 'node:crypto';
import { Hono } from 'hono';
import { assets } from './assets.js';
import type { Desk } from './desk.js';
import { entrance } from './entrance.js';
import { events } from './events.js';
import { guards, localeOf, refuse, wordsFor } from './guard.js';
import { createLimiter } from './limiter.js';
import { arrive, complete, earlier, room } from './pages.js';
import { page } from './render/layout.js';
import { Sentence } from './render/welcome.js';
import { say } from './say.js';
import { peopleOnly, type Visit } from './visitor.js';

/** Nobody types faster; a script that does is told to wait. */
const PACE = { burst: 30, perSecond: 3 };

/** The routes of the playground. `je` (who) and `langue` are in every address. */
export function createApp(desk: Desk): Hono<Visit> {
  const app = new Hono<Visit>();
  const limiter = createLimiter({ ...PACE, nowMs: () => performance.now() });

  app.use(...guards(desk.config));
  app.route('/', assets());
  app.use(entrance(desk.config.secret));
  app.on('POST', ['/say', '/people'], async (c, next) => {
    if (limiter(c.req.query('je') ?? '')) return next();
    return refuse(c, 429, wordsFor(c).refusal.tooFast);
  });

  app.get('/', room(desk));
  app.post('/people', arrive(desk));
  app.get('/before', peopleOnly(desk), earlier(desk));
  app.get('/events', peopleOnly(desk), events(desk));
  app.post('/say', peopleOnly(desk), say(desk));
  app.post('/complete', peopleOnly(desk), complete(desk));

  app.notFound((c) => {
    const title = wordsFor(c).notFoundTitle;
    return c.html(page(<Sentence locale={localeOf(c)} title={title} />), 404);
  });
  app.onError((err, c) => {
    const letter = String.fromCharCode(randomInt(65, 91));
    const reference = `${letter}${randomInt(10)}-${randomInt(10, 100)}`;
    desk.log.error({ err, reference, path: c.req.path }, 'a request failed');
    return refuse(c, 500, wordsFor(c).refusal.broken(reference));
  });
  return app;
}
