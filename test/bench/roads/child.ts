import {
  createRoadEngine,
  type LonLat,
  openRoadsFolder,
  readRoads,
  ruralCar,
  stockCar,
} from '../../../routing/index.ts';
import { networkPoints } from './networkPoints.ts';

/** Peak of the resident memory of this process so far, in MB (Linux counts it in kB). */
const peakMegabytes = () => process.resourceUsage().maxRSS / 1024;

/** Opens prepared roads, answers a first question, then large ones. */
function openPrepared(folder: string) {
  const start = performance.now();
  const engine = createRoadEngine(openRoadsFolder(folder, { profile: ruralCar }));
  engine.nearest([139.93, 37.5]);
  const readyMs = performance.now() - start;
  const points: LonLat[] = networkPoints(engine.network, 100, 3);
  for (let i = 0; i < 5; i += 1) engine.table(points, points);
  for (const point of points) engine.route([points[0]!, point]);
  return { readyMs, peakMegabytes: peakMegabytes() };
}

/** Reads a file into a network. */
function read(file: string) {
  const start = performance.now();
  const { report } = readRoads([file], stockCar);
  return { seconds: (performance.now() - start) / 1000, roads: report.roads, peakMegabytes: peakMegabytes() };
}

const [task, path] = process.argv.slice(2) as [string, string];
process.stdout.write(JSON.stringify(task === 'open' ? openPrepared(path) : read(path)));
