// Below the counter: what was recorded, with whom points are shared after a split or merger, what village and banks gave.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { FormDialog, NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { STARS } from '../../domain/words.ts';
import { type Account, governance } from '../api.ts';

type Entry = Account['entries'][number];
type Related = Account['related'][number];

const STAR_WORDS: Readonly<Record<string, string>> = STARS;
const KINDS: Record<Entry['kind'], string> = { earned: '得分', deduction: '扣分', spent: '兑换' };

const COLUMNS: ListColumn<Entry>[] = [
  { key: 'on', title: '日期', render: ({ on }) => on, width: 106 },
  { key: 'what', title: '事由', render: ({ what }) => what, width: 180 },
  {
    ...{ key: 'points', title: '分', width: 70, align: 'right' },
    render: ({ kind, points }) => `${kind === 'earned' ? '+' : '−'}${points}`,
  },
  {
    ...{ key: 'state', title: '状态', width: 110 },
    render: ({ kind, isChecked }) =>
      kind === 'earned' && !isChecked ? <StateTag tone="orange">未复核</StateTag> : KINDS[kind],
  },
];

export function AccountSide({ account }: { account: Account }) {
  const navigate = useNavigate();
  const { related, stars, credit, entries } = account;
  return (
    <>
      <Section title="最近的记录">
        <SmallTable
          label="积分记录"
          columns={COLUMNS}
          rows={entries}
          rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
          onOpen={({ countyCode, id }) =>
            void navigate({ to: '/registers/point-entries', search: { record: `${countyCode}-${id}` } as object })
          }
          none="还没有积分记录。"
        />
      </Section>
      {related.length > 0 ? <Shared account={account} /> : null}
      {stars || credit.length > 0 ? (
        <Section title="评定">
          <Facts
            facts={[
              {
                label: '星级户',
                value: stars ? `${stars.year} 年 ${STAR_WORDS[stars.stars] ?? stars.stars}` : undefined,
              },
              ...credit.map(({ rater, stars: level, validUntil }) => ({
                label: '信用等级',
                value: `${rater}评定 ${STAR_WORDS[level] ?? level}，至 ${validUntil}`,
                basis: '由银行评定，这里只显示',
              })),
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}

function Shared({ account }: { account: Account }) {
  const [from, setFrom] = useState<Related>();
  const may = useMay('governance.carry');
  const columns: ListColumn<Related>[] = [
    { key: 'kind', title: '变动', render: ({ kind, on }) => `${on} ${kind === 'split' ? '分户' : '合户'}`, width: 160 },
    {
      key: 'head',
      title: '另一户',
      render: ({ headName, number }) => `${headName}户 ${shownNumber(number)}`,
      width: 180,
    },
    { key: 'balance', title: '余额', render: ({ balance }) => balance, width: 70, align: 'right' },
    {
      ...{ key: 'deed', title: '', width: 110 },
      render: (one) =>
        may && one.balance > 0 ? (
          <Button size="small" onClick={() => setFrom(one)}>
            划转到本户
          </Button>
        ) : null,
    },
  ];
  return (
    <Section title="分户、合户">
      <SmallTable
        label="分户合户"
        columns={columns}
        rows={account.related}
        rowKey={({ id, on }) => `${id} ${on}`}
        none=""
      />
      {from ? <CarryDialog account={account} from={from} onClose={() => setFrom(undefined)} /> : null}
    </Section>
  );
}

type Fields = { points: number; agreement: string };

/** Of a household that has ended all of it comes over; of one that split, what both agreed on. */
function CarryDialog({ account, from, onClose }: { account: Account; from: Related; onClose: () => void }) {
  const cache = useQueryClient();
  const { countyCode, id, headName } = account;
  return (
    <FormDialog<Fields>
      title={`从${from.headName}户划转积分到${headName}户`}
      about={`${from.headName}户余额 ${from.balance} 分。分户按双方协议划转，合户一般全部划转。`}
      draft={{ form: 'carry-points', record: `${countyCode}-${id}-${from.id}`, title: `划转积分：${headName}户` }}
      initialValues={from.isEnded ? { points: from.balance } : {}}
      deed={{ label: '划转' }}
      onSend={(fields, requestId) => governance.client.carry({ requestId, countyCode, id, fromId: from.id, ...fields })}
      done="积分已划转"
      onSent={() => cache.invalidateQueries({ queryKey: governance.query.key() })}
      onClose={onClose}
    >
      <NumberItem name="points" label="划转分值" required least={1} most={from.balance} />
      <Form.Item name="agreement" label="协议" rules={[{ required: true, message: '请填写双方协议或合户说明' }]}>
        <Input maxLength={200} placeholder="如：分户协议 2022-06-12，双方签字" />
      </Form.Item>
    </FormDialog>
  );
}
