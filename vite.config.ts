import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

/** The web apps: the folder each lives in and the path it is served at (`''` is the landing page). */
const apps = [
  { folder: 'screen-kit/landing', served: '' },
  { folder: 'dispatcher-ui', served: 'desk' },
  { folder: 'driver-web', served: 'driver' },
  { folder: 'rider-web', served: 'rider' },
].filter((app) => existsSync(resolve(app.folder, 'index.html')));

/** Entries that must keep a fixed address beside their page, such as a service worker. */
const fixedEntries: Record<string, string> = Object.fromEntries(
  apps
    .filter((app) => existsSync(resolve(app.folder, 'serviceWorker.ts')))
    .map((app) => [`${app.served}/serviceWorker`, resolve(app.folder, 'serviceWorker.ts')]),
);

const htmlEntries: Record<string, string> = Object.fromEntries(
  apps.map((app) => [app.served || 'landing', resolve(app.folder, 'index.html')]),
);

/** Every browser that runs these pages reads woff2; the woff copies would only double the output. */
function dropOldFontFormat(): Plugin {
  return {
    name: 'ainori:drop-old-font-format',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@fontsource') || !id.endsWith('.css')) return null;
      return code.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '');
    },
  };
}

/** Files of `folder`, relative to it. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/**
 * Puts each page at the path it is served at, copies its `public` folder beside it, and writes `files.json`: what a
 * page needs to open without a network, relative to the page.
 */
function placePages(): Plugin {
  return {
    name: 'ainori:place-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const app of apps) {
        const page = bundle[`${app.folder}/index.html`];
        if (page?.type !== 'asset') continue;
        // The landing page moves two folders up; the others only change the name of their folder.
        if (app.served === '') page.source = String(page.source).replaceAll('../../', './');
        page.fileName = app.served === '' ? 'index.html' : `${app.served}/index.html`;
        const publicFolder = resolve(app.folder, 'public');
        const copies = listFiles(publicFolder);
        for (const copy of copies) {
          const fileName = join(app.served, copy);
          this.emitFile({ type: 'asset', fileName, source: readFileSync(join(publicFolder, copy)) });
        }
        const files = [...neededBy(bundle, app.served || 'landing')].map((file) => `../${file}`);
        if (app.served === '') continue;
        const fileName = `${app.served}/files.json`;
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(['./', ...copies, ...files]) });
      }
    },
  };
}

/** Scripts and styles an entry needs, its lazily loaded parts included. */
function neededBy(bundle: Rolldown.OutputBundle, entry: string): Set<string> {
  const needed = new Set<string>();
  const visit = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (needed.has(fileName) || chunk?.type !== 'chunk') return;
    needed.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type === 'chunk' && chunk.isEntry && chunk.name === entry) visit(chunk.fileName);
  }
  return needed;
}

/** While developing, pages answer at the paths they are served at (`/desk/`). */
function servePages(): Plugin {
  return {
    name: 'ainori:serve-pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '').split('?')[0];
        const app = apps.find((each) => path === (each.served === '' ? '/' : `/${each.served}/`));
        if (app) request.url = `/${app.folder}/index.html`;
        next();
      });
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [react(), dropOldFontFormat(), placePages(), servePages()],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { ...htmlEntries, ...fixedEntries },
      output: {
        entryFileNames: (chunk) => (chunk.name in fixedEntries ? '[name].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
