// A ballot: its slips to print, the slips of the box typed in one after the other, what came of it.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { DetailPage, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { ballotPath } from '../../domain/addresses.ts';
import { BALLOT_STATES } from '../../domain/states.ts';
import { MARKS, type Mark, POSTS } from '../../domain/words.ts';
import { type BallotTold, teams } from '../api.ts';

export function BallotPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const query = useQuery(teams.query.ballot.queryOptions({ input: { number } }));
  if (query.isPending) return <Loading rows={8} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneBallot ballot={query.data} />;
}

function OneBallot({ ballot }: { ballot: BallotTold }) {
  const { number, villageName, year, state, slips, used, least, members } = ballot;
  const [isTyping, setTyping] = useState(false);
  const mayCast = useMay('teams.cast-slip');
  return (
    <DetailPage
      title={`${villageName} ${year} 年群众测评`}
      state={<StateTag>{BALLOT_STATES.names[state]}</StateTag>}
      note={number}
      listPath="/registers/team-ballots"
      actions={
        mayCast ? (
          <>
            {state === 'open' ? (
              <Button type="primary" onClick={() => setTyping(true)}>
                录入测评票
              </Button>
            ) : null}
            <DocumentActions address={{ path: `${ballotPath(number)}/slips`, name: '测评票' }} />
          </>
        ) : null
      }
    >
      <StatRow>
        <StatCard title="票数" value={slips} unit="张" />
        <StatCard title="已录入" value={used} unit="张" note={used < least ? `满 ${least} 张才显示结果` : ''} />
      </StatRow>
      <Section title="结果">
        <SmallTable
          label="结果"
          columns={COLUMNS}
          rows={members}
          rowKey={({ cadreNumber }) => cadreNumber}
          none="这个嘎查村没有在任的驻村干部。"
        />
      </Section>
      {isTyping ? <SlipDialog ballot={ballot} onClose={() => setTyping(false)} /> : null}
    </DetailPage>
  );
}

type Line = BallotTold['members'][number];

const COLUMNS: ListColumn<Line>[] = [
  { key: 'name', title: '姓名', render: ({ name }) => name, width: 100 },
  { key: 'post', title: '身份', render: ({ post }) => POSTS[post], width: 100 },
  ...(Object.keys(MARKS) as Mark[]).map(
    (mark): ListColumn<Line> => ({
      ...{ key: mark, title: `${MARKS[mark]}（票）`, width: 120, align: 'right' },
      render: ({ marks }) => (marks ? (marks[mark] ?? 0) : '—'),
    }),
  ),
];

type Fields = { code: string; marks: Record<string, Mark> };

/** No draft is kept: what a slip says stands nowhere but in the sums. */
function SlipDialog({ ballot: { number, members }, onClose }: { ballot: BallotTold; onClose: () => void }) {
  const cache = useQueryClient();
  return (
    <FormDialog<Fields>
      title="录入测评票"
      about="照票面录入，录完一张再录下一张。"
      deed={{ label: '录入' }}
      onSend={({ code, marks }, requestId) =>
        teams.client.castSlip({
          ...{ requestId, number, code },
          marks: members.flatMap(({ cadreNumber }, i) => {
            const mark = marks[`m${i}`];
            return mark ? [{ cadreNumber, mark }] : [];
          }),
        })
      }
      done="已录入"
      onSent={() => cache.invalidateQueries({ queryKey: teams.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="code" label="票码" rules={[{ required: true, message: '请填写票上的八位票码' }]}>
        <Input maxLength={12} autoComplete="off" />
      </Form.Item>
      {members.map(({ cadreNumber, name, post }, i) => (
        <Form.Item
          key={cadreNumber}
          name={['marks', `m${i}`]}
          label={`${name}（${POSTS[post]}）`}
          rules={[{ required: true, message: '请按票面选一项' }]}
        >
          <Radio.Group options={Object.entries(MARKS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}
