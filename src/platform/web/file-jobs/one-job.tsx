// Work on files that goes on by itself: what is known of it, read again as long as it is under way.

import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from '../states.tsx';

const POLL_MS = 1000;

type OneJobProps<Job, Key extends QueryKey> = {
  query: Pick<UseQueryOptions<Job, Error, Job, Key>, 'queryKey' | 'queryFn'>;
  isRunning: (job: Job) => boolean;
  /** Lines of the shape that is shown while it is read first. */
  rows?: number;
  children: (job: Job, again: () => Promise<unknown>) => ReactNode;
};

/** `again`: reads it at once, after a deed. */
export function OneJob<Job, Key extends QueryKey>({ query, isRunning, rows, children }: OneJobProps<Job, Key>) {
  const found = useQuery({
    ...query,
    refetchInterval: ({ state: { data } }) => (!data || isRunning(data as Job) ? POLL_MS : false),
  });
  if (found.isPending) return <Loading {...(rows ? { rows } : {})} />;
  if (found.isLoadingError) return <Failed error={found.error} onRetry={() => void found.refetch()} />;
  return children(found.data as Job, found.refetch);
}
