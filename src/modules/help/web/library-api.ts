// The typed client of the library of measures.

import { createApi } from '../../../platform/web/api.ts';
import { libraryContract } from '../domain/library-contract.ts';

export type { LibraryEntry } from '../domain/library-contract.ts';

export const library = createApi(libraryContract);
export type MeasureLibrary = Awaited<ReturnType<typeof library.client.measureLibraries>>[number];
