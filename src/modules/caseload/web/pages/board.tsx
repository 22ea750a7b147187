// 办理看板: cases by step. A card that is put on the next step opens the dialog of the action that leads there; nothing is done
// before the dialog is confirmed, and what cannot be done is said in a sentence.

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Segmented } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { cases, type DialogKind } from '../../../cases/web/api.ts';
import { ActionDialog } from '../../../cases/web/doors/acting.ts';
import type { CaseDetail, CaseItem } from '../../../cases/web/doors/rows.ts';
import { NextActionDialog } from '../../../cases/web/doors/rows.ts';
import { WALK_NAMES, WALKS, type Walk } from '../../../process/domain/steps.ts';
import { DESK_NAMES, type Stage } from '../../domain/desks.ts';
import { caseload } from '../api.ts';
import { CardShadow } from '../board/board-card.tsx';
import { BOARD_COLUMNS, type BoardColumn, columnOf, readDrop } from '../board/board-drop.ts';
import { ANNOUNCEMENTS, INSTRUCTIONS, nextColumn } from '../board/board-keys.ts';
import { BoardLane } from '../board/board-lane.tsx';
import { BOARD_DESKS, type BoardSearch, boardSearch } from '../searches.ts';
import '../board/board.css';

/** More cards than this are a list, not a board; the most urgent are shown. */
const MOST_CARDS = 200;
const STAGES_OF: Record<Walk, Stage[]> = { identification: ['identification'], clearing: ['monitored', 'clearing'] };

function useCards({ walk = 'identification', desk }: BoardSearch) {
  const { code: area } = useArea();
  return useQueries({
    queries: STAGES_OF[walk].map((stage) => ({
      ...caseload.query.cases.queryOptions({
        input: { area, stage, limit: MOST_CARDS, ...(desk ? { desk } : {}) },
      }),
      placeholderData: keepPreviousData,
    })),
    combine: (answers) => ({
      items: answers.flatMap(({ data }) => data?.items ?? []),
      total: answers.reduce((sum, { data }) => sum + (data?.total ?? 0), 0),
      isPending: answers.some((answer) => answer.isPending),
      error: answers.find((answer) => answer.error)?.error,
      retry: () => {
        for (const answer of answers) void answer.refetch();
      },
    }),
  });
}

type Opened = { kind: DialogKind; detail: CaseDetail };

/** Reads the case as it is now and opens what the drop means, or says why not. */
function useDrop(onOpen: (opened: Opened) => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  return async ({ countyCode, id }: CaseItem, target: BoardColumn) => {
    try {
      const options = cases.query.case.queryOptions({ input: { countyCode, id } });
      const detail = await queries.fetchQuery({ ...options, staleTime: 0 });
      const meaning = readDrop(detail, target);
      if (!meaning) return;
      if ('kind' in meaning) onOpen({ kind: meaning.kind, detail });
      else void message.warning(meaning.why, 6);
    } catch (error) {
      showFailure(error);
    }
  };
}

export function BoardPage() {
  const { search, change } = useAddress(boardSearch);
  const { walk = 'identification' } = search;
  const cards = useCards(search);
  return (
    <div className="sw-page">
      <PageTitle
        title="办理看板"
        note={cards.total > cards.items.length ? `共 ${cards.total} 户，只显示期限最近的 ${cards.items.length} 户` : ''}
        actions={<Link to="/cases">按列表查看</Link>}
      />
      <div className="sw-board-bar">
        <Segmented
          aria-label="流程"
          value={walk}
          options={WALKS.map((value) => ({ value, label: WALK_NAMES[value] }))}
          onChange={(value) => change({ walk: value })}
        />
        <Segmented
          aria-label="范围"
          value={search.desk ?? 'all'}
          options={[
            { value: 'all' as const, label: '全部' },
            ...BOARD_DESKS.map((value) => ({ value, label: DESK_NAMES[value] })),
          ]}
          onChange={(value) => change({ desk: BOARD_DESKS.find((desk) => desk === value) })}
        />
        <span className="sw-quiet">把卡片拖到下一环节，打开办理窗口；确认后才会办理。</span>
      </div>
      {cards.isPending ? <Loading rows={10} /> : null}
      {cards.error ? <Failed error={cards.error} onRetry={cards.retry} /> : null}
      {cards.isPending || cards.error ? null : <Board walk={walk} items={cards.items} />}
    </div>
  );
}

function Board({ walk, items }: { walk: Walk; items: CaseItem[] }) {
  const [lifted, setLifted] = useState<CaseItem>();
  const [opened, setOpened] = useState<Opened>();
  const [acting, setActing] = useState<CaseItem>();
  const drop = useDrop(setOpened);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextColumn }),
  );

  function finish({ over }: DragEndEvent) {
    if (lifted && over) void drop(lifted, over.id as BoardColumn);
    setLifted(undefined);
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args))}
      accessibility={{ announcements: ANNOUNCEMENTS, screenReaderInstructions: INSTRUCTIONS }}
      onDragStart={({ active }) => setLifted(active.data.current?.item as CaseItem)}
      onDragEnd={finish}
      onDragCancel={() => setLifted(undefined)}
    >
      <div className="sw-board">
        {BOARD_COLUMNS[walk].map((column, i, all) => (
          <BoardLane
            key={column}
            column={column}
            isEnd={i === all.length - 1}
            items={items.filter(({ state }) => columnOf(state) === column)}
            onNext={setActing}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>{lifted ? <CardShadow item={lifted} /> : null}</DragOverlay>
      {opened ? <ActionDialog kind={opened.kind} detail={opened.detail} onClose={() => setOpened(undefined)} /> : null}
      {acting ? <NextActionDialog item={acting} onClose={() => setActing(undefined)} /> : null}
    </DndContext>
  );
}
