export { type MemoryStoreOptions, openMemoryStore } from './openMemoryStore.ts';
