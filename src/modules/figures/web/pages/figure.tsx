// One figure: its value and how it was counted, what was published and why it differs, where and since when, and every row behind it.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { DetailPage, type Fact, Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { choiceWords } from '../../domain/choice-words.ts';
import { type Compared, type FigureRow, type FigureShown, figures } from '../api.ts';
import { AskedBar, useAsked } from '../parts/asked.tsx';
import { FigureValue } from '../parts/value.tsx';
import { figureSearch } from '../searches.ts';
import { SameTag } from './figures.tsx';
import '../figures.css';

export function FigurePage() {
  const { figure: id = '' } = useParams({ strict: false }) as { figure?: string };
  const asked = useAsked();
  const query = useQuery({
    ...figures.query.show.queryOptions({ input: { ...asked, id } }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const shown = query.data as FigureShown;
  const day = { ...asked, day: shown.asOf, id };
  const { figure } = shown;
  return (
    <DetailPage
      title={figure.name}
      note={`${shown.areaName} · 时点 ${shown.asOf}${shown.knownBy ? ` · 截至 ${shown.knownBy} 录入` : ''}`}
      listPath="/figures"
      actions={<DocumentActions address={paperOf(day, figure.name)} />}
    >
      <AskedBar asOf={shown.asOf} />
      <p className="sw-figure-value">
        <FigureValue {...figure} />
      </p>
      <Section title="口径">
        <Facts facts={definitionFacts(shown)} />
      </Section>
      {shown.others.length > 0 ? (
        <Section title="换一种口径">
          <SmallTable
            label="换一种口径"
            columns={OTHERS}
            rows={shown.others.map((one) => ({ ...one, unit: figure.unit }))}
            rowKey={({ setting, choice }) => `${setting} ${choice}`}
            none=""
          />
        </Section>
      ) : null}
      {shown.published.length > 0 ? (
        <Section title="与已发布的数比较">
          <SmallTable
            label="与已发布的数比较"
            columns={PUBLISHED}
            rows={shown.published}
            rowKey={({ publishedOn, asOf }) => `${publishedOn} ${asOf}`}
            none=""
          />
        </Section>
      ) : null}
      <Months input={day} unit={figure.unit} />
      {figure.rollUp === 'top' ? null : (
        <Children input={day} unit={figure.unit} rollUp={figure.definition.rollUpWords} />
      )}
      <Rows input={day} />
    </DetailPage>
  );
}

/** Everything on the page but the rows, which are a file of their own. */
const paperOf = ({ id, ...query }: Input, name: string) => ({
  ...{ path: `figures/${id}/paper`, query, name: `${name}说明`, sheet: true },
});

function definitionFacts({ figure }: FigureShown): Fact[] {
  const { definition, settings, value, rounding } = figure;
  return [
    { label: '怎么算', value: definition.text, wide: true },
    { label: '时间', value: definition.dateWords },
    { label: '汇总', value: definition.rollUpWords },
    { label: '准确值', value: value || UNKNOWN },
    ...(rounding ? [{ label: '为什么是这个数', value: rounding, wide: true }] : []),
    { label: '取自', value: definition.reads.map(({ title }) => title).join('、') },
    ...settings.map(({ label, value: used }) => ({ label, value: choiceWords(used) })),
  ];
}

type Other = FigureShown['others'][number] & { unit: string };

const OTHERS: ListColumn<Other>[] = [
  { key: 'label', title: '设定', render: ({ label }) => label, width: 260 },
  { key: 'choice', title: '改为', render: ({ choice }) => choiceWords(choice), width: 220 },
  { key: 'value', title: '数值', render: (row) => <FigureValue {...row} />, width: 140, align: 'right' },
];

const PUBLISHED: ListColumn<Compared>[] = [
  { key: 'on', title: '公布日期', render: ({ publishedOn }) => publishedOn, width: 106 },
  { key: 'text', title: '公布的数', render: ({ publishedText }) => publishedText, width: 130, align: 'right' },
  { key: 'now', title: '现在算出', render: ({ shown }) => shown, width: 130, align: 'right' },
  { key: 'same', title: '比较', render: (row) => <SameTag {...row} />, width: 170 },
  { key: 'difference', title: '差额', render: ({ difference }) => difference, width: 120, align: 'right' },
];

type Input = { id: string; area: number; day: string; knownBy: string | undefined };

function Months({ input, unit }: { input: Input; unit: string }) {
  const query = useQuery(figures.query.trend.queryOptions({ input }));
  const columns: ListColumn<{ day: string; status: FigureShown['figure']['status']; value: string; shown: string }>[] =
    [
      { key: 'day', title: '月末', render: ({ day }) => day, width: 120 },
      {
        key: 'value',
        title: '数值',
        render: (row) => <FigureValue {...row} unit={unit} />,
        width: 160,
        align: 'right',
      },
    ];
  return (
    <Section title="各月走势">
      {query.isPending ? <Loading rows={4} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <SmallTable
          label="各月走势"
          columns={columns}
          rows={query.data.months.filter(({ status }) => status === 'value')}
          rowKey={({ day }) => day}
          none="近十二个月没有数据"
        />
      ) : null}
    </Section>
  );
}

function Children({ input, unit, rollUp }: { input: Input; unit: string; rollUp: string }) {
  const { setArea } = useArea();
  const query = useQuery(figures.query.children.queryOptions({ input }));
  type Child = NonNullable<typeof query.data>['regions'][number];
  const columns: ListColumn<Child>[] = [
    { key: 'name', title: '地区', render: ({ name }) => name, width: 200 },
    { key: 'value', title: '数值', render: (row) => <FigureValue {...row} unit={unit} />, width: 160, align: 'right' },
  ];
  return (
    <Section title="下一级各地区" extra={<span className="sw-quiet">{rollUp}</span>}>
      {query.isPending ? <Loading rows={6} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <SmallTable
          label="下一级各地区"
          columns={columns}
          rows={query.data.regions}
          rowKey={({ code }) => code}
          onOpen={({ code }) => setArea(code)}
          none="没有下一级地区"
        />
      ) : null}
    </Section>
  );
}

const ROWS: ListColumn<FigureRow>[] = [
  { key: 'part', title: '部分', render: ({ part }) => part, width: 80 },
  { key: 'register', title: '台账', render: ({ registerTitle }) => registerTitle, width: 130 },
  { key: 'key', title: '编号', render: ({ key }) => key, width: 220 },
  { key: 'object', title: '对象', render: ({ object }) => object, width: 180 },
  { key: 'amount', title: '数额', render: ({ amount }) => amount, width: 130, align: 'right' },
  { key: 'since', title: '起', render: ({ since }) => since ?? UNKNOWN, width: 106 },
  { key: 'until', title: '止', render: ({ until }) => until ?? UNKNOWN, width: 106 },
  { key: 'source', title: '来源', render: ({ source }) => source ?? '屏幕登记', width: 180 },
];

function Rows({ input }: { input: Input }) {
  const { search, change } = useAddress(figureSearch);
  const showFailure = useShowFailure();
  const query = useQuery({
    ...figures.query.rows.queryOptions({ input: { ...input, part: search.part, cursor: search.cursor, limit: 50 } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title="背后的各行"
      extra={
        <Button
          onClick={() => {
            const { id, ...asked } = input;
            download(`figures/${id}/rows/export`, asked, '明细.csv').catch(showFailure);
          }}
        >
          导出明细
        </Button>
      }
    >
      {query.isPending ? <Loading rows={8} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <>
          <SmallTable
            label="背后的各行"
            columns={ROWS}
            rows={query.data.items}
            rowKey={({ register, key, part }) => `${part} ${register} ${key}`}
            none="没有计入的行"
          />
          <div className="sw-actions">
            {search.cursor ? <Button onClick={() => change({ cursor: undefined })}>回到第一页</Button> : null}
            {query.data.next ? <Button onClick={() => change({ cursor: query.data.next })}>下一页</Button> : null}
          </div>
        </>
      ) : null}
    </Section>
  );
}
