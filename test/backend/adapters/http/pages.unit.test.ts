import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openHouse } from '../../../support/openHouse.ts';
import { withTemporaryFolder } from '../../../support/temporaryFolder.ts';

/** A built page with one script, beside a file that nobody may fetch. */
async function buildSomething(folder: string): Promise<string> {
  const pages = join(folder, 'pages');
  await mkdir(join(pages, 'desk'), { recursive: true });
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'desk', 'index.html'), '<title>desk</title>');
  await writeFile(join(pages, 'assets', 'desk-1a2b.js'), 'start();');
  await writeFile(join(pages, 'assets', 'desk-1a2b.js.gz'), gzipSync('packed();'));
  await writeFile(join(pages, 'assets', 'plain-1a2b.js'), 'plain();');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  return pages;
}

describe('pages', () => {
  it('built screens: pages asked for anew each time, scripts kept for ever, nothing outside the folder', async () => {
    await withTemporaryFolder(async (folder) => {
      const house = await openHouse({ deps: { pagesFolder: await buildSomething(folder) } });
      const client = house.stranger();
      const page = await client.get('/desk/');
      expect([page.status, page.headers.get('cache-control'), page.body]).toEqual([
        200,
        'no-cache',
        '<title>desk</title>',
      ]);
      expect((await client.get('/desk/rides/today')).body).toBe('<title>desk</title>');
      const script = await client.get('/assets/desk-1a2b.js', { 'Accept-Encoding': 'gzip' });
      expect([script.body, script.headers.get('content-encoding')]).toEqual(['packed();', 'gzip']);
      expect(script.headers.get('content-type')).toContain('text/javascript');
      const unpacked = await client.get('/assets/desk-1a2b.js', { 'Accept-Encoding': 'identity' });
      expect([unpacked.body, unpacked.headers.get('content-encoding')]).toEqual(['start();', null]);
      const plain = await client.get('/assets/plain-1a2b.js', { 'Accept-Encoding': 'gzip' });
      expect([plain.body, plain.headers.get('content-encoding')]).toEqual(['plain();', null]);
      expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await client.get('/desk')).headers.get('location')).toBe('/desk/');
      for (const path of ['/desk/gone.js', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/secret.txt']) {
        expect({ path, status: (await client.get(path)).status }).toEqual({ path, status: 404 });
      }
      await house.close();
    });
  });

  it('no screens built: a plain way in, without a script', async () => {
    const house = await openHouse();
    const { status, body } = await house.stranger().get('/');
    expect(status).toBe(200);
    expect(body).toContain('href="/desk/"');
    expect(body).not.toContain('<script');
    await house.close();
  });
});
