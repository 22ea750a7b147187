// One batch on its way: progress while it is loaded, then what came of it.

import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { isUnderWay } from '../../domain/batch-state.ts';
import { feeds } from '../api.ts';
import { BatchProgress } from './batch-progress.tsx';
import { BatchStateTag } from './batch-state-tag.tsx';
import { useCancel } from './use-cancel.ts';

const POLL_MS = 1000;

export function BatchLoading({ id }: { id: number }) {
  const cancel = useCancel();
  const query = useQuery({
    ...feeds.query.batch.queryOptions({ input: { id } }),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data.state) ? POLL_MS : false),
  });
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const batch = query.data;
  const { state, counts, heldFor, problem } = batch;
  if (isUnderWay(state)) return <BatchProgress batch={batch} onCancel={cancel(batch)} />;
  return (
    <>
      <BatchStateTag state={state} />{' '}
      {counts ? (
        <span>
          {formatCount(counts.rows)} 行，其中隔离 {formatCount(counts.quarantined)} 行
          {batch.subject === 'person' ? `，匹配到人 ${formatCount(counts.matched)} 行` : ''}
        </span>
      ) : null}
      {problem ? <div className="sw-tone-red">{problem}</div> : null}
      {heldFor.map((sentence) => (
        <div key={sentence} className="sw-tone-red">
          {sentence}
        </div>
      ))}
    </>
  );
}
