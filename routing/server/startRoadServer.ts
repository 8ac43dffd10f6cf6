import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** A road server at work in a thread of its own. */
export interface RunningRoadServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly baseUrl: string;
  /** Changes whenever roads, speeds or turn costs do: a key for what is computed from them. */
  readonly networkId: string;
  /** Closes its sockets and ends the thread. */
  stop(): Promise<void>;
}

/** Where the thread takes its roads from and where it listens. */
export interface RoadServerOptions {
  /** A region folder, or a folder written by `npm run roads -- build`. */
  readonly folder: string;
  /** Where the prepared roads of a region folder are kept; prepared at every start where absent. */
  readonly cacheFolder?: string;
  /** `ruralCar` (where absent) or `stockCar`; a built folder brings its own. */
  readonly profile?: string;
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 where absent. */
  readonly host?: string;
  /** Hears shares from 0 to 1 while roads are prepared. */
  readonly onProgress?: (share: number) => void;
}

/** What goes into the thread: the options without what cannot be copied. */
export type ThreadOptions = Omit<RoadServerOptions, 'onProgress'>;

/** What the thread says. */
export type FromThread =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'listening'; readonly port: number; readonly networkId: string }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * A thread does not inherit the loader that lets Node read TypeScript, so its first lines register it. The address
 * is a data URL because Node must be able to read them without that loader.
 */
function bootAddress(): URL {
  const entry = new URL('./roadServerThread.ts', import.meta.url).href;
  const loader = import.meta.resolve('tsx/esm/api');
  const code = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(entry)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Starts a road server in a worker thread. Rejects with a plain sentence where the roads cannot be read. */
export async function startRoadServer(options: RoadServerOptions): Promise<RunningRoadServer> {
  if (!existsSync(options.folder))
    throw new Error(`There is no folder ${options.folder} to read roads from.`);
  const { onProgress, ...threadOptions } = options;
  const worker = new Worker(bootAddress(), { workerData: threadOptions, execArgv: [] });
  const ready = await new Promise<FromThread & { kind: 'listening' }>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`The road server ended before it was ready (code ${code}).`)),
    );
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'progress') onProgress?.(message.share);
      else if (message.kind === 'listening') resolve(message);
      else reject(new Error(message.message));
    });
  });
  worker.removeAllListeners('exit');
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    baseUrl: `http://${options.host ?? '127.0.0.1'}:${ready.port}`,
    networkId: ready.networkId,
    stop: async () => {
      worker.postMessage('stop');
      await ended;
    },
  };
}
