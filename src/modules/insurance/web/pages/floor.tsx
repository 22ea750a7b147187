// 保障兜底: the county's insurance and dibao side by side, and what about them asks for a look.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { FORM_NAMES } from '../../domain/form-words.ts';
import { CONCERN_NAMES, type FloorLook } from '../../domain/looks.ts';
import { type Floor, type FloorRow, insurance } from '../api.ts';

export function FloorPage() {
  const { code: area } = useArea();
  const query = useQuery({
    ...insurance.query.floor.queryOptions({ input: { area } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="保障兜底"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={<FormsMenu operation="insurance.form" path="insurance/forms" names={FORM_NAMES} query={{ area }} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

function Shown({ data }: { data: Floor }) {
  const { total, dibaoMonth, area } = data;
  const listed = (look: FloorLook) => ({ to: '/insurance/households', search: { look } });
  return (
    <>
      <StatRow>
        <StatCard
          title="参保人数"
          value={formatCount(total.insured)}
          unit="人"
          note={`有效保单 ${total.policies} 份`}
          basis="有效防贫保保单上交了保费的人数"
        />
        <StatCard
          title="覆盖人数"
          value={formatCount(total.covered)}
          unit="人"
          note="不等于参保人数"
          basis="按保单规则可以得到赔付的人数"
        />
        <StatCard
          title="赔付"
          value={formatMoney(total.claimFen, '万元')}
          unit="万元"
          note={`${formatCount(total.claims)} 件，十二个月内`}
        />
        <StatCard
          title="低保"
          value={formatCount(total.dibaoPersons)}
          unit="人"
          note={dibaoMonth ? `名册 ${dibaoMonth}` : '还没有低保名册'}
        />
        <StatCard title="两项都有" value={formatCount(total.both)} unit="户" {...listed('both')} />
        <StatCard
          title="困难而两项都没有"
          value={formatCount(total.neither)}
          unit="户"
          tone={total.neither > 0 ? 'orange' : 'plain'}
          {...listed('neither')}
        />
      </StatRow>
      <Section title={`${area.name}各地区`}>
        <FloorTable data={data} />
      </Section>
      <Section title="需要核对">
        <ConcernTable data={data} />
      </Section>
    </>
  );
}

function FloorTable({ data: { rows, area } }: { data: Floor }) {
  const navigate = useNavigate();
  const count = (key: keyof FloorRow, title: string): ListColumn<FloorRow> => ({
    ...{ key, title, width: 100, align: 'right' },
    render: (row) => formatCount(row[key] as number),
  });
  const columns: ListColumn<FloorRow>[] = [
    { key: 'name', title: '地区', render: ({ name }) => name, width: 110 },
    {
      ...{ key: 'neither', title: '都没有（户）', width: 112, align: 'right' },
      render: ({ neither, code }) => (
        <Link
          to="/insurance/households"
          search={(old: object) => ({ ...old, look: 'neither', area: code })}
          onClick={(event) => event.stopPropagation()}
        >
          {formatCount(neither)}
        </Link>
      ),
    },
    count('insured', '参保（人）'),
    count('covered', '覆盖（人）'),
    { key: 'through', title: '保障截止', render: ({ coverThrough }) => coverThrough ?? '', width: 110 },
    {
      ...{ key: 'premium', title: '保费（万元）', width: 112, align: 'right' },
      render: ({ premiumFen }) => <span title={moneyTitle(premiumFen)}>{formatMoney(premiumFen, '万元')}</span>,
    },
    count('claims', '理赔（件）'),
    count('dibaoPersons', '低保（人）'),
    count('both', '两项都有（户）'),
  ];
  return (
    <SmallTable
      label="各地区保障兜底"
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      {...(area.level === 'village' || area.level === 'township'
        ? {}
        : {
            onOpen: ({ code }: FloorRow) =>
              void navigate({ to: '.', search: (old: object) => ({ ...old, area: code }) }),
          })}
      none="没有农牧户和保单"
    />
  );
}

type ConcernRow = Floor['concerns'][number];

function ConcernTable({ data: { concerns } }: { data: Floor }) {
  const navigate = useNavigate();
  const columns: ListColumn<ConcernRow>[] = [
    {
      key: 'concern',
      title: '情况',
      render: ({ concern }) => <StateTag tone="orange">{CONCERN_NAMES[concern]}</StateTag>,
      width: 200,
    },
    { key: 'subject', title: '保单号或赔案号', render: ({ subject }) => subject, width: 200 },
    { key: 'region', title: '旗县', render: ({ regionName }) => regionName, width: 140 },
    { key: 'on', title: '日期', render: ({ on }) => on ?? '', width: 120 },
  ];
  return (
    <SmallTable
      label="保单和理赔需要核对的情况"
      columns={columns}
      rows={concerns}
      rowKey={({ concern, subject }) => `${concern} ${subject}`}
      onOpen={({ register, subject }) =>
        void navigate({
          to: '/registers/$code',
          params: { code: register },
          search: (old: object) => ({ ...old, text: subject }),
        })
      }
      none="没有需要核对的保单和理赔。"
    />
  );
}
