import { io, type Socket } from 'socket.io-client';

/** What came back. */
export interface HouseAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else the text. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

/** A browser's part: keeps the cookie, sends the CSRF token and its origin. */
export class HouseClient {
  cookie = '';
  csrfToken = '';

  constructor(readonly address: string) {}

  async signIn(login: string, secret: string): Promise<HouseAnswer> {
    const answer = await this.post('/api/v1/session', { login, secret });
    if (answer.status === 201) this.csrfToken = answer.body.csrfToken;
    return answer;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<HouseAnswer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<HouseAnswer> {
    const json = { 'Content-Type': 'application/json' };
    return this.send('POST', path, JSON.stringify(body), { ...json, ...headers });
  }

  put(path: string, body: unknown): Promise<HouseAnswer> {
    return this.send('PUT', path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  }

  delete(path: string): Promise<HouseAnswer> {
    return this.send('DELETE', path, undefined, {});
  }

  async send(
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ): Promise<HouseAnswer> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { Cookie: this.cookie }),
        ...(method === 'GET' ? {} : { Origin: this.address, 'X-Ainori-Csrf': this.csrfToken }),
        ...headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** A socket with this client's session; resolves when it is connected. */
  async connect(headers: Record<string, string> = {}): Promise<Socket> {
    const socket = io(this.address, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { Cookie: this.cookie, Origin: this.address, ...headers },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }
}
