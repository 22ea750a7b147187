// Which row comes after this one in the list it was opened from.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { feeds } from '../api.ts';
import { reviewRowSearch } from '../searches.ts';
import { reviewPath } from '../words.ts';
import { nextOf, type Row, same } from './next-of.ts';

/** Leads on to the next row: of the same page, of the next page, or back to the list where there is none. */
export function useNextRow(current: Row): { toNext: () => Promise<void>; place: string | undefined } {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { code: area } = useArea();
  const { search } = useAddress(reviewRowSearch);
  const page = (cursor: string | undefined) =>
    feeds.query.review.queryOptions({ input: { area, dataset: search.dataset, cursor } });
  const list = useQuery({ ...page(search.cursor), staleTime: Number.POSITIVE_INFINITY });
  const rows = list.data?.items ?? [];
  const at = rows.findIndex(same(current));

  async function toNext() {
    const fresh = await cache.fetchQuery({ ...page(search.cursor), staleTime: 0 });
    const here = nextOf(current, rows, fresh.items);
    if (here) return go(here, search.cursor);
    const after = fresh.next ? await cache.fetchQuery({ ...page(fresh.next), staleTime: 0 }) : undefined;
    const there = after?.items.find((row) => !same(current)(row));
    if (there) return go(there, fresh.next);
    await navigate({ to: '/feeds/review', search: (old: { area?: string }) => ({ area: old.area }) });
  }

  async function go(row: Row, cursor: string | undefined) {
    await navigate({
      to: reviewPath(row),
      search: (old: object) => ({ ...old, cursor }),
      replace: true,
    });
  }

  const more = list.data?.next ? '以上' : '';
  return { toNext, place: at < 0 ? undefined : `本页第 ${at + 1} 条，共 ${rows.length} 条${more}` };
}
