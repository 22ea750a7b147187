import { useQuery } from '@tanstack/react-query';
import { feeds } from '../api.ts';

const HOUR = 3_600_000;

/** The datasets this account may see; they change with the program only. */
export function useDatasets() {
  return useQuery(feeds.query.datasets.queryOptions({ staleTime: HOUR }));
}
