// One comparison with the national system: how far it is, or what came of it.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm, useShowFailure } from '../../../../platform/web/confirm.ts';
import { Facts } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import { FileProgress } from '../../../../platform/web/file-jobs/file-progress.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { NATIONAL_FIELD_NAMES } from '../../domain/national-changes.ts';
import type { ComparisonState } from '../../domain/national-export-contract.ts';
import type { Comparison } from '../api.ts';
import { national } from '../api.ts';

const POLL_MS = 1000;
const UNDER_WAY: readonly ComparisonState[] = ['queued', 'running'];

/** `onDone` is called when it is seen to be done: the list behind it has changed. */
export function ComparisonView({ id, onDone }: { id: number; onDone: () => void }) {
  const confirm = useConfirm();
  const mayCancel = useMay('national.cancel-export-comparison');
  const status = useQuery(
    national.query.comparison.queryOptions({
      input: { id },
      refetchInterval: ({ state: { data } }) => (data && !UNDER_WAY.includes(data.state) ? false : POLL_MS),
    }),
  );
  const state = status.data?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it ends; `onDone` is another function each time
  useEffect(() => {
    if (state === 'done') onDone();
  }, [state]);
  if (status.isPending) return <Loading />;
  if (status.isLoadingError) return <Failed error={status.error} onRetry={() => void status.refetch()} />;
  const { data } = status;

  function cancel() {
    confirm({
      title: '取消比对',
      what: '清单和疑点都不作改动。需要时可以重新比对。',
      deed: '取消比对',
      danger: true,
      run: async () => {
        await national.client.cancelComparison({ id, requestId: newRequestId() });
        await status.refetch();
      },
    });
  }

  if (UNDER_WAY.includes(data.state))
    return (
      <FileProgress
        title={`比对：${data.fileName}`}
        progress={data.progress}
        noteWhenRead="文件已读完，正在与登记册比对。"
        note="可以离开本页，处理不会中断；从“历次比对”可以回到这里。"
        onCancel={mayCancel ? cancel : undefined}
      />
    );
  if (data.state === 'cancelled')
    return <Alert className="sw-alert" type="info" showIcon title="比对已取消，清单和疑点没有改动。" />;
  if (data.state === 'failed')
    return <Alert className="sw-alert" type="error" showIcon role="alert" title={data.problem} />;
  return <Result comparison={data} />;
}

function Result({ comparison: { id, fileName, counts, differences, badRows } }: { comparison: Comparison }) {
  if (!counts) return null;
  const count = (n: number, unit: string) => `${formatCount(n)} ${unit}`;
  return (
    <>
      <Facts
        facts={[
          { label: '文件', value: fileName },
          { label: '参加比对', value: count(counts.rows, '户') },
          { label: '国家系统已更新，自动勾销', value: count(counts.ticked, '条') },
          { label: '不一致，已在清单中待回写', value: count(counts.waiting, '条') },
          { label: '不一致，列为疑点', value: count(counts.different, '户') },
          { label: '原有疑点已一致', value: count(counts.settled, '户') },
          { label: '未能比对的行', value: count(counts.bad, '行') },
        ]}
      />
      {differences.length > 0 ? <Differences rows={differences} households={counts.different} /> : null}
      {badRows.length > 0 ? <BadRows id={id} rows={badRows} all={counts.bad} /> : null}
    </>
  );
}

type DifferencesProps = { rows: Comparison['differences']; households: number };

function Differences({ rows, households }: DifferencesProps) {
  const shown = new Set(rows.map(({ householdId }) => householdId)).size;
  return (
    <section className="sw-part sw-compare-part">
      <div className="sw-section-title">
        <h2>不一致的内容</h2>
        <span className="sw-grow" />
        <Link to="/households/issues" search={(old: object) => ({ ...old, code: 'national-difference' })}>
          查看疑点
        </Link>
      </div>
      <div className="sw-scroll">
        <table className="sw-plain-table sw-text-table">
          <thead>
            <tr>
              <th scope="col">户编号</th>
              <th scope="col">户主</th>
              <th scope="col">字段</th>
              <th scope="col">本系统</th>
              <th scope="col">国家系统</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ countyCode, householdId, householdNumber, headName, field, ours, theirs }) => (
              <tr key={`${householdId} ${field}`}>
                <th scope="row">
                  <Link to={householdPath({ countyCode, id: householdId })}>{householdNumber}</Link>
                </th>
                <td>{headName}</td>
                <td>{NATIONAL_FIELD_NAMES[field]}</td>
                <td>{ours || '（空）'}</td>
                <td>{theirs || '（空）'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {households > shown ? (
        <p className="sw-quiet">另有 {formatCount(households - shown)} 户，未在此列出，请到疑点中查看。</p>
      ) : null}
    </section>
  );
}

function BadRows({ id, rows, all }: { id: number; rows: Comparison['badRows']; all: number }) {
  const showFailure = useShowFailure();
  const save = () => download(`national/comparisons/${id}/refused.csv`, {}, '未能比对的行.csv').catch(showFailure);
  return (
    <section className="sw-part sw-compare-part">
      <div className="sw-section-title">
        <h2>未能比对的行</h2>
        <span className="sw-grow" />
        <Button size="small" onClick={() => void save()}>
          下载全部
        </Button>
      </div>
      <div className="sw-scroll">
        <table className="sw-plain-table sw-text-table">
          <thead>
            <tr>
              <th scope="col">行号</th>
              <th scope="col">列</th>
              <th scope="col">内容</th>
              <th scope="col">原因</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, column, value, reason }) => (
              <tr key={`${line} ${column}`}>
                <th scope="row">{line}</th>
                <td>{column}</td>
                <td>{value || '（空）'}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all > rows.length ? (
        <p className="sw-quiet">另有 {formatCount(all - rows.length)} 行，未在此列出，下载的文件中有全部行。</p>
      ) : null}
    </section>
  );
}
