// One batch on its way: progress while it is loaded, then what came of it.

import { OneJob } from '../../../../platform/web/file-jobs/one-job.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { isUnderWay } from '../../domain/batch-state.ts';
import { feeds } from '../api.ts';
import type { BatchDetail } from '../types.ts';
import { BatchProgress } from './batch-progress.tsx';
import { BatchStateTag } from './batch-state-tag.tsx';
import { useCancel } from './use-cancel.ts';

export function BatchLoading({ id }: { id: number }) {
  const cancel = useCancel();
  const query = feeds.query.batch.queryOptions({ input: { id } });
  return (
    <OneJob query={query} rows={2} isRunning={({ state }) => isUnderWay(state)}>
      {(batch) =>
        isUnderWay(batch.state) ? <BatchProgress batch={batch} onCancel={cancel(batch)} /> : <BatchEnd batch={batch} />
      }
    </OneJob>
  );
}

function BatchEnd({ batch }: { batch: BatchDetail }) {
  const { state, counts, heldFor, problem } = batch;
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
