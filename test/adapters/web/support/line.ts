import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The way between browsers and the room, which can be cut and mended. */
export async function openLine(target: () => number | null) {
  let server: Server | null = null;
  let port = 0;
  const sockets = new Set<Socket>();

  async function mend(): Promise<void> {
    server = createServer((near) => {
      const there = target();
      // Nobody answers at the other end: a restart takes its time.
      if (there === null) {
        near.destroy();
        return;
      }
      const far = connect(there, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }
  async function cut(): Promise<void> {
    const closed = server && once(server, 'close');
    server?.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }
  await mend();
  return { url: () => `http://127.0.0.1:${port}/`, cut, mend };
}
