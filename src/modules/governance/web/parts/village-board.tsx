// The households of one village with their points, and where its scheme stands.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput, FormDialog, todayText } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { counterPath } from '../../domain/addresses.ts';
import { POINT_SCHEME_STATES } from '../../domain/states.ts';
import { STARS } from '../../domain/words.ts';
import { governance, type Village, type VillageLine } from '../api.ts';
import { villageSearch } from '../searches.ts';

const STAR_WORDS: Readonly<Record<string, string>> = STARS;
const YEARS_SHOWN = 5;

export function VillageBoard({ code }: { code: number }) {
  const { search, change } = useAddress(villageSearch);
  const query = useQuery({
    ...governance.query.village.queryOptions({ input: { code, year: search.year } }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Loading rows={8} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const village = query.data as Village;
  const thisYear = Number(village.asOf.slice(0, 4));
  return (
    <Section
      title={`${village.name} ${village.year} 年积分`}
      extra={
        <span className="sw-actions">
          <ResetPoints village={village} />
          <CopyTemplate code={code} />
          <Select
            aria-label="年度"
            size="small"
            value={village.year}
            options={Array.from({ length: YEARS_SHOWN }, (_, i) => ({
              value: thisYear - i,
              label: `${thisYear - i} 年`,
            }))}
            onChange={(year) => change({ year }, 'replace')}
          />
        </span>
      }
    >
      <p className="sw-quiet">{schemeWords(village)}</p>
      <Households village={village} />
    </Section>
  );
}

function schemeWords({ scheme, isRankingHidden }: Village): string {
  if (!scheme) return '还没有积分办法：先按旗县模板或自行拟定细则，再登记“积分办法”，由嘎查村民会议通过。';
  const state = POINT_SCHEME_STATES.names[scheme.state] ?? scheme.state;
  const passed = scheme.passedOn ? `，${scheme.passedOn} 会议通过` : '';
  return `积分办法第 ${scheme.edition} 版：${state}${passed}。${isRankingHidden ? '本嘎查村不公开排名。' : ''}`;
}

function Households({ village }: { village: Village }) {
  const navigate = useNavigate();
  const columns: ListColumn<VillageLine>[] = [
    ...(village.isRankingHidden
      ? []
      : [{ key: 'place', title: '名次', render: ({ place }: VillageLine) => place ?? '', width: 70 }]),
    { key: 'head', title: '户主', render: ({ headName }) => headName, width: 110 },
    { key: 'number', title: '户编号', render: ({ number }) => shownNumber(number), width: 150 },
    { key: 'earned', title: '得分', render: ({ earned }) => formatCount(earned), width: 90, align: 'right' },
    { key: 'spent', title: '兑换', render: ({ spent }) => formatCount(spent), width: 90, align: 'right' },
    { key: 'balance', title: '余额', render: ({ balance }) => formatCount(balance), width: 90, align: 'right' },
    { key: 'stars', title: '星级户', render: ({ stars }) => STAR_WORDS[stars ?? ''] ?? '', width: 90 },
  ];
  return (
    <SmallTable
      label="各户积分"
      columns={columns}
      rows={village.rows}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      onOpen={(line) => void navigate({ to: counterPath(line) })}
      none="这个嘎查村还没有农牧户。"
    />
  );
}

function CopyTemplate({ code }: { code: number }) {
  const [isOpen, setOpen] = useState(false);
  const [today] = useState(todayText);
  const cache = useQueryClient();
  if (!useMay('governance.copy-template')) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        按旗县模板拟定细则
      </Button>
      {isOpen ? (
        <FormDialog<{ effectiveOn: string }>
          title="按旗县模板拟定积分细则"
          about="只抄本嘎查村还没有的规则，抄来后可以修改。会议通过积分办法、施行以后才能记分。"
          draft={{ form: 'copy-template', record: String(code), title: '按旗县模板拟定积分细则' }}
          initialValues={{ effectiveOn: today }}
          deed={{ label: '拟定' }}
          onSend={({ effectiveOn }, requestId) => governance.client.copyTemplate({ requestId, code, effectiveOn })}
          done="积分细则已拟定"
          onSent={() => cache.invalidateQueries({ queryKey: governance.query.key() })}
          onClose={() => setOpen(false)}
        >
          <Form.Item name="effectiveOn" label="生效日期" rules={[{ required: true, message: '请填写生效日期' }]}>
            <DayInput />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}

function ResetPoints({ village: { code, reset } }: { village: Village }) {
  const [isOpen, setOpen] = useState(false);
  const cache = useQueryClient();
  if (!useMay('governance.reset') || !reset) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        期末清零
      </Button>
      {isOpen ? (
        <FormDialog
          title="积分期末清零"
          about={`${formatCount(reset.households)} 户到 ${reset.until} 还没有用的 ${formatCount(reset.points)} 分清零。先得的先用：期末以后兑换的，先算用了以前的分。清零逐户记一笔，记下后不能恢复。`}
          deed={{ label: '清零', danger: true }}
          onSend={(_, requestId) => governance.client.reset({ requestId, code })}
          done="已清零"
          onSent={() => cache.invalidateQueries({ queryKey: governance.query.key() })}
          onClose={() => setOpen(false)}
        >
          {null}
        </FormDialog>
      ) : null}
    </>
  );
}
