import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A wire between a browser and a server that can be cut and joined. */
export interface CuttableLine {
  /** What the browser calls instead of the server. */
  readonly address: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Lets questions through and loses every answer: the server does what it is asked, and nobody hears of it. */
  loseAnswers(): void;
  join(): void;
  close(): Promise<void>;
}

/**
 * Lays a wire to a server of this machine. A browser's own "offline" leaves open web sockets alone; a cut wire does not.
 * @param server `http://127.0.0.1:port`
 */
export async function layLine(server: string): Promise<CuttableLine> {
  const { hostname, port } = new URL(server);
  const open = new Set<Socket>();
  let isCut = false;
  let losesAnswers = false;
  const wire = createServer((near) => {
    if (isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(port), hostname);
    far.on('data', () => {
      if (losesAnswers) near.resetAndDestroy();
    });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        open.delete(end);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const drop = (): void => {
    for (const end of open) end.destroy();
  };
  return {
    address: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      drop();
    },
    loseAnswers() {
      losesAnswers = true;
    },
    join() {
      isCut = false;
      losesAnswers = false;
    },
    async close() {
      drop();
      await new Promise((resolve) => wire.close(resolve));
    },
  };
}
