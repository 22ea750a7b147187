// What the pages of assessment keep in the address.

import { listSearch } from '../../../platform/web/list/list-search.ts';

export const schemesSearch = listSearch({});
