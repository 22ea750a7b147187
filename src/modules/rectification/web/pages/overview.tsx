// 整改情况: by area and rate, what is due next, cards that the days propose, and the days it is reckoned by.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { problemPath } from '../../domain/addresses.ts';
import { RATES, rateText } from '../../domain/rates.ts';
import type { RectificationSettingKey } from '../../domain/settings.ts';
import { TERM_NAMES } from '../../domain/term-words.ts';
import { TERMS } from '../../domain/terms.ts';
import { stateName } from '../../domain/words.ts';
import { type Overview, type OverviewRow, rectification } from '../api.ts';
import { CardTable } from '../parts/card-table.tsx';
import { LedgerMenu } from '../parts/paper-buttons.tsx';
import { overviewSearch } from '../searches.ts';

export function OverviewPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(overviewSearch);
  const query = useQuery({
    ...rectification.query.overview.queryOptions({
      input: { area, term: search.term, ...(search.late ? { late: 'true' } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="整改情况"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={<LedgerMenu area={area} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data ? (
        <>
          <Section title="各地区">
            <AreaTable data={data} />
            <p className="sw-quiet">
              {Object.values(RATES)
                .map(({ title, about }) => `${title} = ${about}`)
                .join('；')}
              。
            </p>
          </Section>
          <Section
            title="接下来要办的"
            extra={
              <>
                <Checkbox
                  checked={search.late ?? false}
                  onChange={({ target }) => change({ late: target.checked ? true : undefined })}
                >
                  只看超时限
                </Checkbox>
                <Select
                  aria-label="要办的事"
                  value={search.term ?? ''}
                  popupMatchSelectWidth={false}
                  options={[
                    { value: '', label: '全部' },
                    ...TERMS.map((term) => ({
                      value: term,
                      label: `${TERM_NAMES[term]}（${formatCount(data.terms[term])}）`,
                    })),
                  ]}
                  onChange={(term) => change({ term: TERMS.find((one) => one === term) })}
                />
              </>
            }
          >
            <OpenTable data={data} />
          </Section>
          <Section
            title="应提出的红黄牌"
            extra={
              <Link to="/registers/$code" params={{ code: 'cards' }}>
                红黄牌台账
              </Link>
            }
          >
            <CardTable cards={data.cards} />
          </Section>
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

/** The rows behind a number: what is open counts in the register on the day. */
const inRegister = (search: object) => ({ to: '/registers/$code', params: { code: 'problems' }, search });
const OPENS = {
  all: (area: number) => inRegister({ area }),
  open: (area: number, asOf: string) => inRegister({ area, asOf }),
  closed: (area: number) => inRegister({ area, state: 'closed' }),
  late: (area: number) => ({ to: '/rectification', search: { area, late: true } }),
};

function AreaTable({ data: { rows, total, area, asOf } }: { data: Overview }) {
  const navigate = useNavigate();
  const isTotal = ({ code }: OverviewRow) => code === 0;
  const count = (key: keyof typeof OPENS, title: string): ListColumn<OverviewRow> => ({
    ...{ key, title, width: 76, align: 'right' },
    render: (row) =>
      isTotal(row) ? (
        formatCount(row[key])
      ) : (
        <Link {...OPENS[key](row.code, asOf)} onClick={(event) => event.stopPropagation()}>
          {formatCount(row[key])}
        </Link>
      ),
  });
  const columns: ListColumn<OverviewRow>[] = [
    { key: 'name', title: '地区', render: ({ name }) => name, width: 130 },
    ...[count('all', '问题'), count('open', '未销号'), count('closed', '已销号'), count('late', '超时限')],
    ...(Object.keys(RATES) as (keyof typeof RATES)[]).map(
      (rate): ListColumn<OverviewRow> => ({
        ...{ key: rate, title: RATES[rate].short, width: 118, align: 'right' },
        render: (row) => rateText(row, rate),
      }),
    ),
  ];
  const opens = area.level !== 'village';
  return (
    <SmallTable
      label="各地区整改情况"
      columns={columns}
      rows={rows.length > 0 ? [...rows, { ...total, code: 0, name: '合计' }] : []}
      rowKey={({ code }) => code}
      {...(opens
        ? {
            onOpen: (row: OverviewRow) => {
              if (!isTotal(row) && row.code !== area.code)
                void navigate({ to: '.', search: (old: object) => ({ ...old, area: row.code }) });
            },
          }
        : {})}
      none="当前区域没有登记的问题。问题从“台账导入”进来，也可以在“问题整改”台账里登记。"
    />
  );
}

type OpenLine = Overview['open'][number];

const OPEN_COLUMNS: ListColumn<OpenLine>[] = [
  { key: 'number', title: '问题编号', render: ({ number }) => number, width: 180 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 140 },
  { key: 'unit', title: '责任单位', render: ({ unit }) => unit, width: 180 },
  { key: 'state', title: '状态', render: ({ state }) => <StateTag>{stateName(state)}</StateTag>, width: 120 },
  { key: 'term', title: '要办的事', render: ({ term }) => (term ? TERM_NAMES[term] : ''), width: 110 },
  { key: 'dueOn', title: '最迟', render: ({ dueOn }) => dueOn ?? '', width: 120 },
  { key: 'rectifyBy', title: '整改时限', render: ({ rectifyBy }) => rectifyBy, width: 120 },
  {
    ...{ key: 'late', title: '逾期', width: 100 },
    render: ({ daysLate }) => (daysLate > 0 ? <StateTag tone="red">{`逾期 ${daysLate} 天`}</StateTag> : ''),
  },
];

function OpenTable({ data: { open } }: { data: Overview }) {
  const navigate = useNavigate();
  return (
    <>
      <SmallTable
        label="接下来要办的问题"
        columns={OPEN_COLUMNS}
        rows={open}
        rowKey={({ number }) => number}
        onOpen={({ number }) => void navigate({ to: problemPath(number) })}
        none="当前区域没有要办的问题。"
      />
      {open.length >= 200 ? <p className="sw-quiet">只列出最早到期的 200 个，请缩小区域再看其余的。</p> : null}
    </>
  );
}

function Settings({ data: { settings }, area }: { data: Overview; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么期限和级别"
      words={{ one: '要求', value: '数值', all: '问题整改设定' }}
      lines={settings}
      valueText={({ value }) => String(value)}
      nameOf={({ title }) => title}
      isAllowed={useMay('rectification.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'rectification-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        rectification.client.saveSetting({
          ...{ requestId, regionCode: area, key: key as RectificationSettingKey },
          ...given,
        })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: rectification.query.key() })}
    />
  );
}
