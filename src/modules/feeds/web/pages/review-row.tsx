// One row beside the people it may be. Decided by button or number key, after a question: a decision cannot be taken back.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { DetailPage, Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { SideBySide } from '../../../../platform/web/side-by-side.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { feeds } from '../api.ts';
import { COMPARED_LINES, candidateColumn, subjectColumn } from '../parts/compared.tsx';
import { useNextRow } from '../parts/use-next-row.ts';
import { useReviewKeys } from '../parts/use-review-keys.ts';
import type { Candidate, ReviewDetail } from '../types.ts';

export function ReviewRowPage() {
  const { row = '' } = useParams({ strict: false }) as { row?: string };
  const match = /^(\d{1,10})-(\d{1,10})$/.exec(row);
  if (!match) return <Empty what="没有这条待核对的记录" hint="请从待核对列表中打开，或检查链接是否完整。" />;
  return <LoadedRow key={row} batchId={Number(match[1])} line={Number(match[2])} />;
}

function LoadedRow(input: { batchId: number; line: number }) {
  const query = useQuery(feeds.query.reviewRow.queryOptions({ input }));
  if (query.isPending) return <Loading />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <ReviewView detail={query.data} />;
}

function ReviewView({ detail }: { detail: ReviewDetail }) {
  const { candidates, row, candidateCount, line, fileName, datasetTitle } = detail;
  const { toNext, place } = useNextRow(detail);
  const { ask, busy, mayDecide } = useDecision(detail, toNext);
  useReviewKeys({
    count: mayDecide ? candidates.length : 0,
    onChoose: (index) => ask(candidates[index]),
    onNone: () => ask(undefined),
    onNext: () => void toNext(),
  });
  const hidden = candidateCount - candidates.length;
  return (
    <DetailPage
      listPath="/feeds/review"
      title={`核对：${row.name || '没有姓名的记录'}`}
      note={place}
      actions={
        <>
          {mayDecide ? (
            <Button disabled={busy} onClick={() => ask(undefined)}>
              都不是 <kbd>0</kbd>
            </Button>
          ) : null}
          <Button disabled={busy} onClick={() => void toNext()}>
            下一条 <kbd>n</kbd>
          </Button>
        </>
      }
    >
      <Section title="文件中的记录与登记册中可能的人">
        <SideBySide
          lines={COMPARED_LINES}
          subject={subjectColumn(detail)}
          candidates={candidates.map((candidate, index) =>
            candidateColumn(candidate, index, mayDecide ? () => ask(candidate) : undefined),
          )}
          chooseLabel="是此人"
          busy={busy}
        />
        {hidden > 0 ? (
          <p className="sw-quiet">另有 {formatCount(hidden)} 个可能的人不在当前账号的区域内，或未在此列出。</p>
        ) : null}
      </Section>
      <Section title="该行其他内容">
        <Facts
          facts={[
            { label: '来源', value: `${datasetTitle}，${fileName} 第 ${formatCount(line)} 行`, wide: true },
            ...row.fields.map(({ title, value }) => ({ label: title, value: value || UNKNOWN })),
          ]}
        />
      </Section>
    </DetailPage>
  );
}

/** Namesakes of one household differ in relation and birth only. */
function personWords({ name, relation, birth }: Candidate): string {
  return `${name}(${birth ? `${relation}，${birth} 出生` : relation})`;
}

/** Asks, decides, says how many rows it settled, and goes on. */
function useDecision(detail: ReviewDetail, toNext: () => Promise<void>) {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const { message } = App.useApp();
  const mayDecide = useMay('feeds.decide-match');
  const [busy, setBusy] = useState(false);
  const { batchId, line, remembered, row } = detail;

  async function decide(candidate: Candidate | undefined, requestId: string) {
    setBusy(true);
    try {
      const input = { requestId, batchId, line, ...(candidate ? { personId: candidate.personId } : {}) };
      const { rows } = await feeds.client.decideMatch(input);
      void message.success(rows > 1 ? `已核对，同一人的 ${formatCount(rows)} 条记录一并处理` : '已核对');
      await toNext();
      await cache.invalidateQueries({ queryKey: feeds.query.review.key() });
    } catch (error) {
      void message.error(failureOf(error).message);
      setBusy(false);
    }
  }

  function ask(candidate: Candidate | undefined) {
    if (!mayDecide || busy) return;
    const requestId = newRequestId();
    const whose = candidate
      ? `这条记录归入${candidate.villageName ?? ''}${candidate.headName}户的${personWords(candidate)}，该户随后重新筛查。`
      : `“${row.name}”不是所列的任何人，这条记录不归入任何农牧户。`;
    confirm({
      title: candidate ? `确认是${candidate.name}` : '确认都不是',
      what: `${whose}${remembered ? '今后文件中证件号码和姓名相同的记录照此处理。' : ''}核对后不能更改。`,
      deed: '确认',
      // The window closes at once; going on to the next row is not part of the question.
      run: async () => void decide(candidate, requestId),
    });
  }

  return { ask, busy, mayDecide };
}
