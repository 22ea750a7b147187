// The door of the slice.

export { type ImportRequest, type ImportResult, importRegistry } from './import-registry.ts';
