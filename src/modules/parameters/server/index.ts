// The door of the slice.

import '../domain/problems.ts';

export { parametersHandlers } from './handlers.ts';
export { importParameters } from './import-parameters.ts';
export { type Change, checkChange, parameterOn, parameterSettings, parametersHolding } from './parameters.ts';
