// One round: how far it is by the areas below, its lists, what was drawn and what differed; confirming, drawing, doing again.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { DetailPage, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { sweepItemsPath, sweepRechecksPath } from '../../domain/addresses.ts';
import { openOf, ratesOf } from '../../domain/coverage.ts';
import { RECHECK_LEVELS, SWEEP_KINDS, SWEEP_LISTS } from '../../domain/words.ts';
import { type Board, type BoardLine, sweeps } from '../api.ts';
import { DailyCurve } from '../parts/daily-curve.tsx';
import { RoundActions } from '../parts/round-actions.tsx';
import { countColumn, RoundState, rateColumn, rateText } from '../parts/words.tsx';

export function BoardPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const { code: area, setArea } = useArea();
  const query = useQuery({
    ...sweeps.query.board.queryOptions({ input: { number, area } }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Loading rows={12} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneRound board={query.data} onArea={setArea} />;
}

function OneRound({ board, onArea }: { board: Board; onArea: (code: number) => void }) {
  const { round, asOf, area, areas, lists, draws, fields } = board;
  const navigate = useNavigate();
  const open = (path: string, search: object) =>
    void navigate({ to: path, search: (old: object) => ({ ...old, ...search }) });
  return (
    <DetailPage
      title={round.name}
      state={<RoundState state={round.state} startsOn={round.startsOn} asOf={asOf} />}
      note={`${area.name} · ${SWEEP_KINDS[round.kind]} · ${round.startsOn} 至 ${round.endsOn}${round.listedFor ? ` · 清单更新到 ${round.listedFor}` : ' · 清单正在生成'}`}
      listPath="/sweeps"
      actions={<RoundActions board={board} />}
    >
      <Numbers board={board} />
      {areas.length > 0 ? (
        <Section title="覆盖情况">
          <SmallTable
            label="覆盖情况"
            columns={AREA_COLUMNS}
            rows={areas}
            rowKey={({ code }) => code}
            onOpen={({ code }) => onArea(code)}
            none="下发以后列出清单。"
          />
        </Section>
      ) : null}
      <Section title="逐日进度">
        <DailyCurve number={round.number} area={area.code} />
      </Section>
      <Section title="各清单">
        <SmallTable
          label="各清单"
          columns={LIST_COLUMNS}
          rows={lists}
          rowKey={({ list }) => list}
          onOpen={({ list }) => open(sweepItemsPath(round.number), { list, look: 'all' })}
          none="下发以后列出清单。"
        />
      </Section>
      <Section
        title="抽查复核"
        extra={<Button onClick={() => open(sweepRechecksPath(round.number), {})}>复核名单</Button>}
      >
        <SmallTable
          label="抽取记录"
          columns={DRAW_COLUMNS}
          rows={draws}
          rowKey={({ level, areaName, on, seed }) => `${level} ${areaName} ${on} ${seed}`}
          none="还没有抽取。苏木乡镇确认覆盖情况以后抽取。"
        />
        {fields.length > 0 ? (
          <SmallTable label="不一致的项" columns={FIELD_COLUMNS} rows={fields} rowKey={({ field }) => field} none="" />
        ) : null}
      </Section>
    </DetailPage>
  );
}

function Numbers({ board: { round, total } }: { board: Board }) {
  const to = sweepItemsPath(round.number);
  const rates = ratesOf(total);
  const open = openOf(total);
  return (
    <StatRow>
      <StatCard title="应查" value={formatCount(total.items)} unit="户" to={to} search={{ look: 'all' }} />
      <StatCard
        title="覆盖率"
        value={rateText(rates.covered)}
        note={`含整户在外 ${rateText(rates.coveredOfAll)}`}
        basis="已查 ÷（应查 − 整户在外）"
        to={to}
        search={{ look: 'done' }}
      />
      <StatCard
        title="还没核查"
        value={formatCount(open - total.notMet)}
        unit="户"
        tone={open > total.notMet ? 'orange' : 'plain'}
        to={to}
        search={{ look: 'waiting' }}
      />
      <StatCard
        title="未见到"
        value={formatCount(total.notMet)}
        unit="户"
        tone={total.notMet > 0 ? 'orange' : 'plain'}
        to={to}
        search={{ look: 'not-met' }}
      />
      <StatCard title="整户在外" value={formatCount(total.away)} unit="户" to={to} search={{ look: 'whole-away' }} />
      <StatCard title="见面率" value={rateText(rates.met)} note="入户 ÷ 已查" />
      <StatCard title="发现线索" value={formatCount(total.clues)} unit="户" to={to} search={{ look: 'clue' }} />
      <StatCard
        title="差错率"
        value={rateText(rates.errors)}
        note={`复核 ${formatCount(total.rechecked)} 户，应重做 ${formatCount(total.unreliable)} 个村`}
        tone={total.unreliable > 0 ? 'red' : 'plain'}
        to={sweepRechecksPath(round.number)}
        search={{ look: 'differing' }}
      />
    </StatRow>
  );
}

const AREA_COLUMNS: ListColumn<BoardLine>[] = [
  {
    ...{ key: 'name', title: '地区', width: 170 },
    render: ({ name, unreliable }) => (
      <>
        {name} {unreliable > 0 ? <StateTag tone="red">应重做 {unreliable} 村</StateTag> : null}
      </>
    ),
  },
  countColumn('items', '应查（户）', ({ items }) => items),
  countColumn('done', '已查（户）', ({ done }) => done),
  countColumn('away', '整户在外（户）', ({ away }) => away),
  countColumn('notMet', '未见到（户）', ({ notMet }) => notMet),
  countColumn('open', '未完成（户）', openOf),
  rateColumn('covered', '覆盖率', (row) => ratesOf(row).covered),
  rateColumn('all', '含在外覆盖率', (row) => ratesOf(row).coveredOfAll),
  rateColumn('met', '见面率', (row) => ratesOf(row).met),
  countColumn('clues', '线索（户）', ({ clues }) => clues),
  countColumn('unassigned', '没有承办人（户）', ({ unassigned }) => unassigned),
  rateColumn('errors', '差错率', (row) => ratesOf(row).errors),
  {
    ...{ key: 'confirmed', title: '已确认乡镇', width: 96, align: 'right' },
    render: ({ confirmed, townships }) => `${confirmed} / ${townships}`,
  },
];

const LIST_COLUMNS: ListColumn<Board['lists'][number]>[] = [
  { key: 'list', title: '清单', render: ({ list }) => SWEEP_LISTS[list], width: 180 },
  countColumn('items', '应查（户）', ({ items }) => items),
  countColumn('done', '已查（户）', ({ done }) => done),
];

const DRAW_COLUMNS: ListColumn<Board['draws'][number]>[] = [
  { key: 'on', title: '抽取日期', render: ({ on }) => on, width: 106 },
  { key: 'level', title: '层级', render: ({ level }) => RECHECK_LEVELS[level], width: 90 },
  { key: 'area', title: '地区', render: ({ areaName }) => areaName, width: 130 },
  countColumn('drawn', '抽取（户）', ({ drawn }) => drawn),
  { key: 'percent', title: '比例', render: ({ percent }) => `${percent}%`, width: 70, align: 'right' },
  { key: 'seed', title: '随机数', render: ({ seed }) => String(seed), width: 110, align: 'right' },
  { key: 'by', title: '抽取人', render: ({ by }) => by, width: 90 },
];

const FIELD_COLUMNS: ListColumn<Board['fields'][number]>[] = [
  { key: 'title', title: '不一致的项', render: ({ title }) => title, width: 180 },
  countColumn('differing', '户数', ({ differing }) => differing),
];
