import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { Refused } from '../../domain/fault/refused.ts';
import { ACCESS, type EndpointKey, splitKey } from './accessTable.ts';
import type { Handler } from './call.ts';
import { endpointHandler, sendReply } from './endpointHandler.ts';
import { faultReply } from './faultReply.ts';
import { createHandlers } from './handlers.ts';
import type { HttpDeps } from './httpDeps.ts';
import { pages } from './pages.ts';
import { keepRawBody } from './rawBody.ts';
import { refusalReply } from './refusalReply.ts';

/** A driver's whole day of taps sent at once stays well below. */
const LARGEST_BODY = '256kb';

/** Twenty thousand riders in a spreadsheet stay below. */
const LARGEST_FILE = '12mb';

/** The HTTP door: API, health, pages. */
export function createHttpApp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustedProxies);
  app.set('query parser', 'simple');
  app.use(security());
  // Files come as they are, and only here.
  app.use('/api/v1/imports', express.raw({ limit: LARGEST_FILE, type: 'application/octet-stream' }));
  app.use(
    '/api',
    requireJson,
    express.json({ limit: LARGEST_BODY, type: 'application/json', verify: keepRawBody }),
  );
  const handlers = createHandlers();
  for (const key of Object.keys(handlers) as EndpointKey[]) {
    mount(app, key, handlers[key], deps);
  }
  for (const path of new Set((Object.keys(ACCESS) as EndpointKey[]).map((key) => splitKey(key).path))) {
    app.all(path, refuseMethod);
  }
  app.use('/api', refuseUnknown);
  app.use(pages(deps));
  app.use(refuseUnknown);
  app.use(answerFault(deps));
  return app;
}

function mount(app: Express, key: EndpointKey, handler: Handler, deps: HttpDeps): void {
  const { method, path } = splitKey(key);
  app[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](path, endpointHandler(key, handler, deps));
}

/** Our own scripts, styles, pictures and sockets, nothing from elsewhere; no plain-HTTP upgrade in a trial. */
function security(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // Positions and sizes that components compute are set as style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: 'deny' },
  });
}

/** A body in another form than JSON is refused before it is read. */
const requireJson: RequestHandler = async (request, response, next) => {
  const length = request.headers['content-length'];
  const hasBody = request.headers['transfer-encoding'] !== undefined || (length ?? '0') !== '0';
  if (hasBody && !Buffer.isBuffer(request.body) && !request.is('application/json')) {
    await sendReply(
      response,
      refusalReply(new Refused({ code: 'malformedInput' }), { status: 415 }),
      randomUUID(),
    );
    return;
  }
  next();
};

const refuseMethod: RequestHandler = async (_request, response) => {
  await sendReply(response, refusalReply(new Refused({ code: 'notFound' }), { status: 405 }), randomUUID());
};

const refuseUnknown: RequestHandler = async (_request, response) => {
  await sendReply(response, refusalReply(new Refused({ code: 'notFound' })), randomUUID());
};

/** Faults outside of handlers: unreadable bodies, broken escapes in the path. Express knows it by its four arguments. */
function answerFault(deps: HttpDeps): ErrorRequestHandler {
  return async (fault, _request, response, next) => {
    if (response.headersSent) {
      next(fault);
      return;
    }
    const requestId = randomUUID();
    await sendReply(response, faultReply(fault, requestId, deps.log), requestId);
  };
}
