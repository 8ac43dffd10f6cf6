import { startCluster } from '../../scripts/privateCluster.mjs';

/**
 * Gives the tests a PostgreSQL cluster of their own, unless `AINORI_TEST_DATABASE_URL` names one already.
 * @returns what ends it after the last test
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.AINORI_TEST_DATABASE_URL) return async () => {};
  const cluster = await startCluster();
  process.env.AINORI_TEST_DATABASE_URL = cluster.url;
  return async () => {
    delete process.env.AINORI_TEST_DATABASE_URL;
    await cluster.stop();
  };
}
