import { listSearch } from '../../../platform/web/list/list-search.ts';

export const changesSearch = listSearch({});
