// The door of the slice.

import '../domain/problems.ts';

export { importRefusals } from './downloads.ts';
export { registryImportHandlers } from './handlers.ts';
export { resumeImports } from './import-jobs.ts';
export { importRegistry } from './import-registry.ts';
export { isTrue, type PersonTable, type SharedPersons, withPersonTable } from './persons/person-table.ts';
