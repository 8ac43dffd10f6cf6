/** A running PostgreSQL cluster in a temporary directory. */
export interface PrivateCluster {
  /** Names the cluster's superuser and its first database. */
  readonly url: string;
  readonly pid: number;
  readonly directory: string;
  stop(): Promise<void>;
}

/** The folder of a PostgreSQL server's programs that has PostGIS beside it; undefined where there is none. */
export function findServerPrograms(): string | undefined;

/** Makes and starts a cluster; a durable one keeps its commits through a power cut. */
export function startCluster(options?: { readonly durable?: boolean }): Promise<PrivateCluster>;
