// 看板: the chosen figures of an area on one page; the one that is looked at with its map, ranking, line, and what changed.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput, todayText } from '../../../../platform/web/form/index.ts';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { readableScale, shownIn } from '../../domain/units.ts';
import { type Board, boardApi, type Card } from '../api.ts';
import { ChooseFigures } from '../parts/choose-figures.tsx';
import { FigureCard } from '../parts/figure-card.tsx';
import { FigureChanges } from '../parts/figure-changes.tsx';
import { FigureRegions } from '../parts/figure-regions.tsx';
import { useCounting } from '../parts/use-counting.ts';
import { boardSearch } from '../searches.ts';
import '../board.css';

export function BoardPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(boardSearch);
  const [choosing, setChoosing] = useState(false);
  const query = useQuery({
    ...boardApi.query.show.queryOptions({ input: { area, day: search.day } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const counting = useCounting(query.isPlaceholderData ? undefined : data);
  const chosen = data?.cards.find(({ id }) => id === search.figure) ?? data?.cards[0];
  return (
    <div className="sw-page">
      <PageTitle
        title="看板"
        note={data ? `${data.areaName} · 时点 ${data.day}${countedNote(data, counting)}` : ''}
        actions={
          data ? (
            <>
              <Button onClick={() => setChoosing(true)}>选指标</Button>
              <DocumentActions
                address={{
                  path: 'board/paper',
                  query: { area: data.area, day: data.day, figure: chosen?.id },
                  ...{ name: '看板', sheet: true },
                }}
              />
            </>
          ) : null
        }
      />
      <div className="sw-filters">
        <div className="sw-filter">
          <label className="sw-filter-label" htmlFor="board-day">
            时点
          </label>
          <span className="sw-filter-field">
            <DayInput
              id="board-day"
              allowClear={false}
              latest={todayText()}
              value={data?.day ?? ''}
              onChange={(day) => change({ day }, 'replace')}
            />
          </span>
        </div>
        <Button onClick={() => change({ day: todayText() }, 'replace')}>看今天</Button>
      </div>
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={12} /> : null}
      {data ? (
        <div className="sw-board">
          {data.cards.map((card) => (
            <FigureCard
              key={card.id}
              card={card}
              isCounting={counting !== undefined}
              isChosen={card.id === chosen?.id}
              onChoose={() => change({ figure: card.id }, 'replace')}
            />
          ))}
        </div>
      ) : null}
      {data && data.cards.length === 0 ? <Empty what="看板上没有指标" hint="点“选指标”选择本级可以看的指标。" /> : null}
      {data && chosen ? (
        <Chosen
          board={data}
          card={chosen}
          level={search.level ?? 'county'}
          onLevel={(level) => change({ level }, 'replace')}
        />
      ) : null}
      {data && choosing ? <ChooseFigures board={data} onClose={() => setChoosing(false)} /> : null}
    </div>
  );
}

function countedNote({ cards }: Board, counting: string | undefined): string {
  const name = cards.find(({ id }) => id === counting)?.name;
  if (name) return ` · 正在计算${name}`;
  const [first] = cards.flatMap(({ keptAt }) => keptAt ?? []).sort();
  return first ? ` · 算于 ${formatInstant(first)}` : '';
}

type ChosenProps = Pick<Parameters<typeof FigureRegions>[0], 'level' | 'onLevel'> & { board: Board; card: Card };

function Chosen({ board, card, level, onLevel }: ChosenProps) {
  const scale = readableScale(
    card.trend.map(({ kept }) => kept?.number),
    card.unit,
  );
  const hasRanking = board.level === 'autonomous-region' || board.level === 'prefecture';
  return (
    <>
      <Section
        title={`${card.name}走势（${scale.unit}）`}
        extra={
          <Link
            to="/figures/$figure"
            params={{ figure: card.id }}
            search={{ day: board.day, area: String(board.area) } as never}
          >
            打开指标：口径、下级地区和每一行
          </Link>
        }
      >
        <div className="sw-board-months">
          <table className="sw-plain-table">
            <thead>
              <tr>
                {card.trend.map(({ day }) => (
                  <th key={day} scope="col">
                    {day === board.day ? day : day.slice(0, 7)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                {card.trend.map(({ day, kept }) => (
                  <td key={day}>{kept ? shownIn(kept, scale) : '…'}</td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
      </Section>
      <FigureChanges board={board} figure={card.id} name={card.name} />
      {hasRanking ? <FigureRegions board={board} figure={card.id} level={level} onLevel={onLevel} /> : null}
    </>
  );
}
