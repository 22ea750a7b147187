// The typed client of the operations of this slice.

import { createApi } from '../../../platform/web/api.ts';
import { circularsContract } from '../domain/contract.ts';

export const circulars = createApi(circularsContract);
