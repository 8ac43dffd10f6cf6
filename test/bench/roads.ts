import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePreparedRoads } from '../../routing/cache/preparedRoadsFile.ts';
import { openParts, sourceEnds, targetEnds } from '../../routing/engine/roadEnds.ts';
import { searchCosts } from '../../routing/hierarchy/hierarchySearch.ts';
import { openRoads } from '../../routing/hierarchy/metric.ts';
import {
  createRoadEngine,
  type PreparedRoads,
  prepareRoads,
  readRoads,
  stockCar,
} from '../../routing/index.ts';
import { DijkstraSearch } from '../routing/hierarchy/dijkstraSearch.ts';
import type { Bench, BenchOptions, Figure } from '../support/bench.ts';
import { isRecorded, RECORDED_NETWORKS, readRecorded } from '../support/recordedOsrm.ts';
import { measureClosureDay } from './roads/closureDay.ts';
import { networkPoints } from './roads/networkPoints.ts';

type Report = (figure: Figure) => void;

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
}

function atMost(report: Report, work: string, figure: number, unit: string, limit: number): void {
  report({ work, figure, unit, bar: `<= ${limit}`, met: figure <= limit });
}

/** Milliseconds of each of `times` runs. */
function timed(times: number, work: () => void): number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Runs one task in a process of its own, so that its memory is its own. */
function inChild(task: 'open' | 'read', path: string): Record<string, number> {
  const script = fileURLToPath(new URL('./roads/child.ts', import.meta.url));
  const run = spawnSync(process.execPath, ['--import', 'tsx', script, task, path], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${task} ${path}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Record<string, number>;
}

/** Milliseconds of processor time of one run, on average; a busy machine does not lengthen it. */
function processorTime(times: number, work: () => void): number {
  const start = process.cpuUsage();
  for (let i = 0; i < times; i += 1) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / times;
}

function measureParity(report: Report, name: string, roads: PreparedRoads, answers: string): void {
  const recorded = readRecorded(answers);
  const theirs = recorded.table[1].durations!;
  const ours = createRoadEngine(roads).table(recorded.points, recorded.points).seconds;
  const off: number[] = [];
  let disagreeing = 0;
  for (const [i, row] of theirs.entries()) {
    for (const [j, seconds] of row.entries()) {
      const mine = ours[i]![j]!;
      if ((seconds === null) !== (mine === null)) disagreeing += 1;
      else if (seconds !== null && seconds > 0) off.push((100 * Math.abs(mine - seconds)) / seconds);
    }
  }
  atMost(report, `${name}: duration against osrm-routed, median`, quantile(off, 0.5), '%', 2);
  atMost(report, `${name}: duration against osrm-routed, p95`, quantile(off, 0.95), '%', 8);
  atMost(report, `${name}: pairs that disagree on reachability`, disagreeing, 'pairs', 0);
}

function measureAnswers(report: Report, roads: PreparedRoads): void {
  const engine = createRoadEngine(roads);
  const points = networkPoints(engine.network, 1000, 11);
  const hundred = points.slice(0, 100);
  timed(10, () => engine.table(hundred, hundred));
  const warm = quantile(
    timed(20, () => engine.table(hundred, hundred)),
    0.5,
  );
  atMost(report, 'aizu: table 100 x 100, warm, p50', warm, 'ms', 50);
  const large =
    quantile(
      timed(3, () => engine.table(points, points)),
      0.5,
    ) / 1000;
  atMost(report, 'aizu: table 1,000 x 1,000', large, 's', 3);
  const processor = processorTime(20, () => engine.table(hundred, hundred));
  report({ work: 'aizu: table 100 x 100, processor time (osrm-routed: 136)', figure: processor, unit: 'ms' });
  const pairs = points.slice(1);
  timed(1, () => engine.route([points[0]!, points[1]!]));
  const routes = pairs.map((point, i) => timed(1, () => engine.route([points[i]!, point]))[0]!);
  atMost(report, 'aizu: route with geometry, p95', quantile(routes, 0.95), 'ms', 10);

  const routeProcessor = processorTime(200, () => engine.route([points[0]!, points[1]!]));
  report({ work: 'aizu: route with geometry, processor time', figure: routeProcessor, unit: 'ms' });
  const door = processorTime(20, () => {
    engine.table([points[0]!], points);
    engine.table(points, [points[0]!]);
  });
  report({
    work: 'aizu: a new door among 1,000 points, both ways, processor time',
    figure: door,
    unit: 'ms',
  });

  const snaps = hundred.slice(0, 10).map((point) => engine.nearest(point)[0]!.snap);
  const sources = snaps.map((snap) => sourceEnds(openParts(roads.network), snap));
  const targets = snaps.map((snap) => targetEnds(openParts(roads.network), snap));
  const plain = new DijkstraSearch(roads.network);
  const plainMs = timed(1, () => plain.table(sources, targets))[0]! * 10;
  report({ work: 'aizu: plain search 100 x 100, times as long', figure: plainMs / warm, unit: 'x' });
  const anew = timed(5, () => searchCosts(roads.network, roads.hierarchy, openRoads(roads.network)));
  report({ work: 'aizu: new costs for all roads (snow, closures)', figure: quantile(anew, 0.5), unit: 'ms' });
}

async function run(options: BenchOptions, report: Report): Promise<void> {
  if (!options.has('engine')) await measureClosureDay(report);
  if (options.has('closures')) return;
  const [aizu, liechtenstein] = RECORDED_NETWORKS;
  if (!existsSync(aizu.extract) || !existsSync(liechtenstein.extract)) {
    throw new Error('This bench reads ../shared/data/aizu and ../shared/data/osm, which are not there.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'ainori-roads-'));
  try {
    const { network } = readRoads([aizu.extract], stockCar);
    const start = performance.now();
    const roads = prepareRoads(network);
    report({ work: 'aizu: prepare', figure: (performance.now() - start) / 1000, unit: 's' });
    writePreparedRoads(join(folder, 'roads.bin'), roads);
    const opened = inChild('open', folder);
    atMost(report, 'aizu: ready from cache', opened.readyMs!, 'ms', 1000);
    atMost(report, 'aizu: resident memory, peak', opened.peakMegabytes!, 'MB', 300);
    measureAnswers(report, roads);
    const read = inChild('read', liechtenstein.extract);
    atMost(report, 'liechtenstein: read', read.seconds!, 's', 10);
    atMost(report, 'liechtenstein: resident memory, peak', read.peakMegabytes!, 'MB', 500);
    if (isRecorded(aizu)) measureParity(report, aizu.name, roads, aizu.answers);
    if (isRecorded(liechtenstein)) {
      const other = prepareRoads(readRoads([liechtenstein.extract], stockCar).network);
      measureParity(report, liechtenstein.name, other, liechtenstein.answers);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const bench: Bench = {
  name: 'roads',
  about:
    'road engine on ../shared/data: tables, routes, start, memory, parity with recorded osrm-routed answers; a road closed on a day of 600 requests: --engine or --closures for one of both alone',
  run,
};
export default bench;
