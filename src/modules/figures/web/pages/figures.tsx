// 公布数: every figure of the press conference for an area and a day, beside what was published.

import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { GROUP_TITLES } from '../../domain/definitions/index.ts';
import { type Compared, type FigureLine, figures } from '../api.ts';
import { AskedBar, useAsked } from '../parts/asked.tsx';
import { FigureValue } from '../parts/value.tsx';
import { figuresSearch } from '../searches.ts';
import '../figures.css';

type Line = FigureLine & { published?: Compared };

export function SameTag({ same, reason }: Pick<Compared, 'same' | 'reason'>) {
  if (same === '是') return <StateTag tone="green">一致</StateTag>;
  if (same === '无数据') return <StateTag>无数据</StateTag>;
  return <StateTag tone="orange">{reason === '' ? '不一致' : `不一致：${reason}`}</StateTag>;
}

const COLUMNS: ListColumn<Line>[] = [
  { key: 'name', title: '指标', render: ({ name }) => name, width: 320 },
  { key: 'value', title: '数值', render: (line) => <FigureValue {...line} />, width: 140, align: 'right' },
  {
    key: 'published',
    title: '已发布',
    render: ({ published }) => published?.publishedText ?? '',
    width: 120,
    align: 'right',
  },
  {
    key: 'same',
    title: '比较',
    render: ({ published }) => (published ? <SameTag {...published} /> : null),
    width: 170,
  },
];

export function FiguresPage() {
  const asked = useAsked();
  const showFailure = useShowFailure();
  const { search, change } = useAddress(figuresSearch);
  const list = useQuery({ ...figures.query.list.queryOptions({ input: asked }), placeholderData: keepPreviousData });
  const day = list.data?.asOf;
  const compared = useQuery({
    ...figures.query.compare.queryOptions({ input: { ...asked, day } }),
    enabled: day !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="sw-page">
      <PageTitle
        title="公布数"
        note={list.data ? `${list.data.areaName} · 时点 ${list.data.asOf}` : ''}
        actions={
          <Button
            icon={<DownloadOutlined />}
            disabled={!list.data}
            onClick={() => void download('figures/export', { ...asked, day }, '公布数.csv').catch(showFailure)}
          >
            导出
          </Button>
        }
      />
      <AskedBar asOf={day}>
        <Input.Search
          allowClear
          className="sw-figures-find"
          placeholder="按名称查找"
          defaultValue={search.text ?? ''}
          onSearch={(text) => change({ text: text || undefined }, 'replace')}
        />
      </AskedBar>
      {list.isError ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading rows={14} /> : null}
      {list.data ? (
        <Groups lines={list.data.figures} compared={compared.data?.figures ?? []} text={search.text ?? ''} />
      ) : null}
    </div>
  );
}

function Groups({ lines, compared, text }: { lines: FigureLine[]; compared: Compared[]; text: string }) {
  const navigate = useNavigate();
  const published = new Map(compared.map((one) => [one.id, one]));
  const shown = lines
    .filter(({ name, id }) => name.includes(text) || id.includes(text))
    .map((line): Line => {
      const found = published.get(line.id);
      return found ? { ...line, published: found } : line;
    });
  const groups = [...new Set(shown.map(({ group }) => group))];
  if (shown.length === 0) return <p className="sw-quiet">没有名称含“{text}”的指标。</p>;
  return groups.map((group) => (
    <Section key={group} title={GROUP_TITLES[group]}>
      <SmallTable
        label={GROUP_TITLES[group]}
        columns={COLUMNS}
        rows={shown.filter((line) => line.group === group)}
        rowKey={({ id }) => id}
        onOpen={({ id }) =>
          void navigate({
            to: `/figures/${id}`,
            search: (old: object) => ({ ...old, text: undefined, part: undefined, cursor: undefined }),
          })
        }
        none=""
      />
    </Section>
  ));
}
