// One inquiry: its persons, answered one by one or many at once, out and in as a workbook; for the county, the way into the cases.

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Space } from 'antd';
import { type ComponentProps, useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { BulkAction, ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { RESULT_NAMES } from '../../domain/reply.ts';
import { inquiries } from '../api.ts';
import { AnswerDialog } from '../parts/answer-dialog.tsx';
import { DownloadList, ToldAnswers, UploadAnswers } from '../parts/list-file.tsx';
import { RecordReplies } from '../parts/record-replies.tsx';
import { personsSearch } from '../searches.ts';
import type { Inquiry, PersonItem } from '../types.ts';

const FILTERS: ListFilter[] = [
  { kind: 'choice', key: 'state', label: '回复', choices: [{ value: 'waiting', label: '待回复' }] },
];

function Result({ reply, isWaiting }: PersonItem) {
  if (!reply) return isWaiting ? <StateTag tone="orange">待回复</StateTag> : <span className="sw-quiet">不再需要</span>;
  return <StateTag tone={reply.result === 'hit' ? 'red' : 'plain'}>{RESULT_NAMES[reply.result]}</StateTag>;
}

const COLUMNS: ListColumn<PersonItem>[] = [
  { key: 'position', title: '序号', render: ({ position }) => position, width: 60, align: 'right', always: true },
  { key: 'name', title: '姓名', render: ({ name }) => name, width: 110, always: true },
  { key: 'id', title: '证件号码', render: ({ maskedId }) => maskedId ?? UNKNOWN, width: 170 },
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 100 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 130 },
  { key: 'household', title: '户编号', render: ({ householdNumber }) => householdNumber, width: 150 },
  { key: 'result', title: '协查结果', render: Result, width: 100, always: true },
  { key: 'hits', title: '命中情形', render: ({ reply }) => reply?.hits.join('、') || UNKNOWN, width: 180 },
  { key: 'note', title: '说明', render: ({ reply }) => reply?.note || UNKNOWN, width: 180 },
  { key: 'by', title: '回复人', render: ({ answeredBy }) => answeredBy ?? UNKNOWN, width: 90 },
  { key: 'at', title: '回复时间', render: ({ answeredAt }) => formatInstant(answeredAt), width: 136 },
];

export function InquiryPage() {
  const { inquiry = '' } = useParams({ strict: false }) as { inquiry?: string };
  if (!/^\d{1,9}$/.test(inquiry))
    return <Empty what="没有这张协查单" hint="请从部门协查列表中打开，或检查链接是否完整。" />;
  return <LoadedInquiry id={Number(inquiry)} />;
}

function LoadedInquiry({ id }: { id: number }) {
  const query = useQuery(inquiries.query.show.queryOptions({ input: { id } }));
  if (query.isPending) return <Loading />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <InquiryView inquiry={query.data} />;
}

function InquiryView({ inquiry }: { inquiry: Inquiry }) {
  const { id, number, departmentTitle } = inquiry;
  const mayAnswer = useMay('inquiries.answer');
  const mayRecord = useMay('inquiries.record');
  const [answering, setAnswering] = useState<PersonItem[]>();
  const [outcome, setOutcome] = useState<ComponentProps<typeof ToldAnswers>['outcome']>();
  const bulk: BulkAction<PersonItem>[] = mayAnswer
    ? [{ label: '回复', allowed: (rows) => rows.every(({ isWaiting }) => isWaiting), run: setAnswering }]
    : [];
  return (
    <>
      <ListPage
        id="inquiries.persons"
        title={`协查单 ${number} · ${departmentTitle}`}
        unit="人"
        search={personsSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ position }) => position}
        queryKey={[...inquiries.query.persons.key(), id]}
        fetch={({ sort: _sort, ...search }, _area, signal) => inquiries.client.persons({ ...search, id }, { signal })}
        {...(mayAnswer ? { onOpen: (row: PersonItem) => (row.isWaiting ? setAnswering([row]) : undefined) } : {})}
        rowTone={({ reply }) => (reply?.result === 'hit' ? 'orange' : undefined)}
        bulk={bulk}
        emptyHint="没有待回复的人员。"
        actions={
          mayAnswer ? (
            <Space>
              <DownloadList inquiry={inquiry} />
              <UploadAnswers inquiry={inquiry} onTold={setOutcome} />
            </Space>
          ) : null
        }
      >
        {mayRecord ? <RecordReplies inquiry={inquiry} /> : null}
        {outcome ? <ToldAnswers inquiry={inquiry} outcome={outcome} /> : null}
      </ListPage>
      {answering ? <AnswerDialog id={id} persons={answering} onClose={() => setAnswering(undefined)} /> : null}
    </>
  );
}
