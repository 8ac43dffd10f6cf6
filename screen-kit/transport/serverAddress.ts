/** Where a page finds its server. */
export interface ServerAddress {
  /** Of the HTTP API, with the trailing slash. */
  readonly api: string;
  readonly socketPath: string;
  readonly origin: string;
}

/**
 * The server's address relative to the page, so that the pages work under any path a proxy puts the whole application
 * at. `root` leads from the page to the top: every page lies one folder below it (`/desk/`), but the landing page.
 */
export function serverAddress(root = '../', page: string = document.baseURI): ServerAddress {
  const top = new URL(root, page);
  return {
    api: new URL('api/v1/', top).href,
    socketPath: new URL('socket.io/', top).pathname,
    origin: top.origin,
  };
}
