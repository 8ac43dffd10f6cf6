import { join, sep } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { takesGzip } from './compression.ts';
import type { HttpDeps } from './httpDeps.ts';
import { landingPage } from './landingPage.ts';

const KEPT_FOR_EVER = 'public, max-age=31536000, immutable';

const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The apps by the path they are served at. */
const APPS = ['desk', 'driver', 'rider'];

/**
 * The built screens. Files under `assets` carry a hash in their name and may be kept for ever; all others are asked
 * for again each time. Addresses inside an app answer its page.
 */
export function pages(deps: HttpDeps): RequestHandler {
  const router = Router();
  const folder = deps.pagesFolder;
  if (folder !== null) {
    router.use(packedFiles(folder));
    router.use(express.static(folder, { setHeaders: setCaching, redirect: true }));
    for (const app of APPS) {
      router.get([`/${app}/*path`], (request, response, next) => {
        if (/\.[a-z0-9]+$/i.test(request.path)) return next();
        response.set('Cache-Control', 'no-cache').sendFile(join(folder, app, 'index.html'));
      });
    }
  }
  router.get('/', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(landingPage(deps.facts));
  });
  return router;
}

/** Scripts and styles lie beside their compressed copies (`x.js.gz`), which are sent to all who take them. */
function packedFiles(folder: string): RequestHandler {
  return (request, response, next) => {
    const match = /^\/assets\/([\w.-]+\.(js|css|svg))$/.exec(request.path);
    if (!match?.[1] || !takesGzip(request.get('accept-encoding'))) return next();
    const path = join(folder, 'assets', `${match[1]}.gz`);
    const headers = {
      'Content-Encoding': 'gzip',
      'Content-Type': TYPES[match[2] as keyof typeof TYPES],
      'Cache-Control': KEPT_FOR_EVER,
      Vary: 'Accept-Encoding',
    };
    response.sendFile(path, { headers, cacheControl: false }, (fault) => {
      if (!fault || response.headersSent) return;
      for (const name of Object.keys(headers)) response.removeHeader(name);
      next();
    });
  };
}

function setCaching(response: { setHeader(name: string, value: string): void }, path: string): void {
  const isHashed = path.includes(`${sep}assets${sep}`);
  response.setHeader('Cache-Control', isHashed ? KEPT_FOR_EVER : 'no-cache');
}
