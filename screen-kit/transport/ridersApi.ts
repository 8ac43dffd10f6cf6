import type {
  ApartAnswer,
  ApartDone,
  ApartEntryInput,
  ColumnMappingView,
  DistinctAnswer,
  DistinctDone,
  DoneImportView,
  DriversAnswer,
  DuplicatesAnswer,
  ImportErrorsAnswer,
  ImportsAnswer,
  ImportView,
  KanaAnswer,
  MergeInput,
  MergesAnswer,
  MergeView,
  PeopleAnswer,
  PersonView,
  PinAnswer,
  ProxiesAnswer,
  ProxyEntryInput,
  ProxyView,
  RiderChangeInput,
  RiderEntryInput,
  RollbackAnswer,
  SimilarInput,
} from '../../backend/contract/index.ts';

/** The riders' register. */
export interface RidersApi {
  /** `key`: one for each new rider, the same when it is sent again. */
  readonly addRider: (entry: RiderEntryInput, key: string) => Promise<PersonView>;
  /** Refused as `staleVersion` when somebody else has changed the rider since. `key`: the same when it is sent again. */
  readonly changeRider: (personId: string, change: RiderChangeInput, key: string) => Promise<PersonView>;
  readonly similarRiders: (wanted: SimilarInput) => Promise<PeopleAnswer>;
  /** How a family or given name is read. */
  readonly readKana: (name: string) => Promise<KanaAnswer>;
  readonly duplicates: () => Promise<DuplicatesAnswer>;
  readonly mergeRiders: (keptId: string, merge: MergeInput) => Promise<MergeView>;
  readonly merges: () => Promise<MergesAnswer>;
  readonly undoMerge: (mergeId: string) => Promise<void>;
  /** Two entries are two people. */
  readonly noteDistinct: (personId: string, otherId: string) => Promise<DistinctDone>;
  readonly distinct: () => Promise<DistinctAnswer>;
  readonly undoDistinct: (distinctId: string) => Promise<DistinctDone>;
  /** Who may act for a rider, ended ones too. */
  readonly proxies: (personId: string) => Promise<ProxiesAnswer>;
  /** `key`: one for each new proxy, the same when it is sent again. */
  readonly addProxy: (personId: string, entry: ProxyEntryInput, key: string) => Promise<ProxyView>;
  readonly endProxy: (proxyId: string) => Promise<ProxyView>;
  readonly restoreProxy: (proxyId: string) => Promise<ProxyView>;
  /** From whom a rider is kept apart; for those who plan the day. */
  readonly apartOf: (personId: string) => Promise<ApartAnswer>;
  /** `key`: one for each new entry, the same when it is sent again. */
  readonly addApart: (personId: string, entry: ApartEntryInput, key: string) => Promise<ApartDone>;
  readonly endApart: (personId: string, apartId: string) => Promise<ApartDone>;
  readonly restoreApart: (personId: string, apartId: string) => Promise<ApartDone>;
  /** Everybody who stands on a shift. */
  readonly drivers: () => Promise<DriversAnswer>;
  readonly setPin: (personId: string, pin: string) => Promise<PinAnswer>;
  readonly removePin: (personId: string) => Promise<PinAnswer>;
  readonly imports: () => Promise<ImportsAnswer>;
  readonly openImport: (file: File) => Promise<ImportView>;
  readonly readImport: (importId: string) => Promise<ImportView>;
  readonly importErrors: (importId: string) => Promise<ImportErrorsAnswer>;
  readonly checkImport: (importId: string, mapping: ColumnMappingView) => Promise<ImportView>;
  /** @param cells one text for each header of the file */
  readonly mendImportRow: (importId: string, row: number, cells: readonly string[]) => Promise<ImportView>;
  readonly cancelImport: (importId: string) => Promise<ImportView>;
  /** @param rows null: all good ones; with `withSimilar` those, too, who may be registered already */
  readonly runImport: (
    importId: string,
    rows: readonly number[] | null,
    withSimilar: boolean,
  ) => Promise<DoneImportView>;
  readonly rollBackImport: (importId: string) => Promise<RollbackAnswer>;
}

interface Asking {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body: unknown, idempotencyKey?: string) => Promise<Answer>;
  readonly put: <Answer>(path: string, body: unknown) => Promise<Answer>;
  readonly drop: <Answer>(path: string) => Promise<Answer>;
  readonly send: <Answer>(path: string, file: File) => Promise<Answer>;
}

export function createRidersApi({ get, post, put, drop, send }: Asking): RidersApi {
  const id = encodeURIComponent;
  const query = (values: Record<string, string>) => new URLSearchParams(values).toString();
  return {
    addRider: (entry, key) => post('people', entry, key),
    changeRider: (personId, change, key) => post(`people/${id(personId)}`, change, key),
    similarRiders: (wanted) => post('people/similar', wanted),
    readKana: (name) => get(`kana?${query({ q: name })}`),
    duplicates: () => get('people/duplicates'),
    mergeRiders: (keptId, merge) => post(`people/${id(keptId)}/merge`, merge),
    merges: () => get('merges'),
    undoMerge: (mergeId) => drop(`merges/${id(mergeId)}`),
    noteDistinct: (personId, otherId) => post(`people/${id(personId)}/distinct`, { otherId }),
    distinct: () => get('distinct'),
    undoDistinct: (distinctId) => drop(`distinct/${id(distinctId)}`),
    proxies: (personId) => get(`people/${id(personId)}/proxies`),
    addProxy: (personId, entry, key) => post(`people/${id(personId)}/proxies`, entry, key),
    endProxy: (proxyId) => drop(`proxies/${id(proxyId)}`),
    restoreProxy: (proxyId) => post(`proxies/${id(proxyId)}/restore`, {}),
    apartOf: (personId) => get(`people/${id(personId)}/apart`),
    addApart: (personId, entry, key) => post(`people/${id(personId)}/apart`, entry, key),
    endApart: (personId, apartId) => drop(`people/${id(personId)}/apart/${id(apartId)}`),
    restoreApart: (personId, apartId) => post(`people/${id(personId)}/apart/${id(apartId)}/restore`, {}),
    drivers: () => get('drivers'),
    setPin: (personId, pin) => put(`people/${id(personId)}/pin`, { pin }),
    removePin: (personId) => drop(`people/${id(personId)}/pin`),
    imports: () => get('imports'),
    openImport: (file) => send(`imports?${query({ name: file.name })}`, file),
    readImport: (importId) => get(`imports/${id(importId)}`),
    importErrors: (importId) => get(`imports/${id(importId)}/errors`),
    checkImport: (importId, mapping) => post(`imports/${id(importId)}/check`, { mapping }),
    mendImportRow: (importId, row, cells) => post(`imports/${id(importId)}/rows/${row}`, { cells }),
    cancelImport: (importId) => post(`imports/${id(importId)}/cancel`, {}),
    runImport: (importId, rows, withSimilar) => post(`imports/${id(importId)}/run`, { rows, withSimilar }),
    rollBackImport: (importId) => post(`imports/${id(importId)}/rollback`, {}),
  };
}
