import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../routing/profile/prepare.sh', import.meta.url));

describe('preparing data for osrm-routed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ainori-prepare-'));
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'region.osm.pbf'), 'extract');
    for (const tool of ['osrm-extract', 'osrm-partition', 'osrm-customize']) fake(tool, 'exit 0');
  });

  /** A tool that notes its call and leaves a file beside its last argument, then does `then`. */
  function fake(tool: string, then: string): void {
    const path = join(folder, 'bin', tool);
    const lines = ['#!/bin/sh', `echo "${tool} $*" >> "${folder}/calls"`];
    const leave = `for last; do :; done; echo x > "$(dirname "$last")/roads.osrm.${tool}"`;
    writeFileSync(path, [...lines, leave, then, ''].join('\n'));
    chmodSync(path, 0o755);
  }

  function prepare(args: string[], environment: Record<string, string> = {}) {
    const path = `${join(folder, 'bin')}:${process.env.PATH}`;
    return spawnSync('sh', [script, ...args], {
      encoding: 'utf8',
      env: { ...process.env, PATH: path, ...environment },
    });
  }

  it('extract, partition, customise in this order, with our profile; only the result is left', () => {
    const run = prepare([join(folder, 'region.osm.pbf'), join(folder, 'out')]);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    expect(calls.map((call) => call.split(' ')[0])).toEqual([
      'osrm-extract',
      'osrm-partition',
      'osrm-customize',
    ]);
    expect(calls[0]).toMatch(/--profile \S+rural\.lua \S+roads\.osm\.pbf$/);
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'roads.osrm.osrm-customize',
      'roads.osrm.osrm-extract',
      'roads.osrm.osrm-partition',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['bin', 'calls', 'out', 'region.osm.pbf']);
  });

  it('a step fails: the old result stays, nothing half-done is left', () => {
    const out = join(folder, 'out');
    expect(prepare([join(folder, 'region.osm.pbf'), out]).status).toBe(0);
    writeFileSync(join(out, 'old'), '');
    fake('osrm-partition', 'exit 3');
    expect(prepare([join(folder, 'region.osm.pbf'), out]).status).not.toBe(0);
    expect(existsSync(join(out, 'old'))).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['bin', 'calls', 'out', 'region.osm.pbf']);
  });

  it.each([
    [[], 2, /prepare\.sh EXTRACT/],
    [['/nowhere.osm.pbf', 'OUT'], 1, /There is no file \/nowhere\.osm\.pbf/],
  ])('%j: exit code %i and a sentence', (args, code, sentence) => {
    const run = prepare(args);
    expect(run.status).toBe(code);
    expect(run.stderr).toMatch(sentence);
  });

  it('a list of closed ways that is not there: refused before anything is done', () => {
    const run = prepare([join(folder, 'region.osm.pbf'), join(folder, 'out')], {
      AINORI_CLOSED_WAYS: '/nowhere.txt',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('/nowhere.txt');
    expect(existsSync(join(folder, 'calls'))).toBe(false);
  });
});
