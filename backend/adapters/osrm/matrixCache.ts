import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UNREACHABLE } from '../../planner/model/travelTimes.ts';
import type { TravelPoint } from '../../ports/travel.ts';
import type { GrowingMatrix } from './growingMatrix.ts';

/** Raise it when the bytes or their meaning change: older files are then computed anew. */
const FORMAT_VERSION = 1;
const DIGEST_BYTES = 32;

/** Where a matrix is kept and what it was computed for. */
export interface MatrixKey {
  readonly folder: string;
  /** Changes whenever the road network or the engine's profile does. */
  readonly networkId: string;
  readonly roadStateId: string;
}

function pathOf(key: MatrixKey, points: readonly TravelPoint[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([FORMAT_VERSION, key.networkId, key.roadStateId]));
  for (const { id, lon, lat } of points) hash.update(`\n${id} ${lon.toFixed(6)} ${lat.toFixed(6)}`);
  return join(key.folder, `matrix-${hash.digest('hex').slice(0, 32)}.bin`);
}

/** A point without a road cannot even reach itself. */
export function isOffRoadRow(matrix: GrowingMatrix, index: number): boolean {
  return matrix.seconds(index, index) >= UNREACHABLE;
}

/** Fills the first rows and columns from disk. `false` where there is no sound file for exactly these points. */
export async function readMatrix(
  key: MatrixKey,
  points: readonly TravelPoint[],
  matrix: GrowingMatrix,
): Promise<boolean> {
  const size = points.length;
  let bytes: Buffer;
  try {
    bytes = await readFile(pathOf(key, points));
  } catch {
    return false;
  }
  const body = bytes.subarray(DIGEST_BYTES);
  if (body.length !== size * size * 8) return false;
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(0, DIGEST_BYTES))) return false;
  matrix.reserve(size);
  const cells = new DataView(body.buffer, body.byteOffset, body.length);
  for (let i = 0, at = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1, at += 8) {
      matrix.set(i, j, cells.getInt32(at, true), cells.getInt32(at + 4, true));
    }
  }
  return true;
}

/** Writes the first rows and columns to disk: first under another name, so that no half file is ever read. */
export async function writeMatrix(
  key: MatrixKey,
  points: readonly TravelPoint[],
  matrix: GrowingMatrix,
): Promise<void> {
  const size = points.length;
  const body = Buffer.alloc(size * size * 8);
  const cells = new DataView(body.buffer, body.byteOffset, body.length);
  for (let i = 0, at = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1, at += 8) {
      cells.setInt32(at, matrix.seconds(i, j), true);
      cells.setInt32(at + 4, matrix.metres(i, j), true);
    }
  }
  const path = pathOf(key, points);
  const draft = `${path}.${process.pid}.tmp`;
  await mkdir(key.folder, { recursive: true });
  try {
    await writeFile(draft, Buffer.concat([createHash('sha256').update(body).digest(), body]));
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}
