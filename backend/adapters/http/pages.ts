import { join, sep } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import type { HttpDeps } from './httpDeps.ts';
import { landingPage } from './landingPage.ts';

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

function setCaching(response: { setHeader(name: string, value: string): void }, path: string): void {
  const isHashed = path.includes(`${sep}assets${sep}`);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}
