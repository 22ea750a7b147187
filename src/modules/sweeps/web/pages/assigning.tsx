// 拖动分派: villages of an area, or the households of one village, are handed to the people who see them.

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
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { stepsAlong } from '../../../../platform/web/drag/keyboard-steps.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { sweepPath } from '../../domain/addresses.ts';
import { type Board, type ListedHousehold, type Person, sweeps } from '../api.ts';
import { type Giving, GivingRow, TakerRow } from '../parts/assign-lanes.tsx';
import { ANNOUNCEMENTS, INSTRUCTIONS } from '../parts/drag-words.ts';
import '../parts/assigning.css';

/** Households of a village that are shown at once. */
const MOST_HOUSEHOLDS = 200;

const keyOf = ({ countyCode, id }: Pick<ListedHousehold, 'countyCode' | 'id'>) => `${countyCode}-${id}`;

function givingsOf(board: Board, households: readonly ListedHousehold[] | undefined, onlyFree: boolean): Giving[] {
  if (board.area.level === 'village')
    return (households ?? []).map((row) => ({
      ...{ key: keyOf(row), name: row.headName },
      note: [row.number, row.assignedTo].filter(Boolean).join('，'),
    }));
  return board.areas
    .filter(({ unassigned, items }) => (onlyFree ? unassigned : items) > 0)
    .map(({ code, name, items, unassigned }) => ({
      ...{ key: String(code), name },
      note: `${formatCount(items)} 户，没有承办人 ${formatCount(unassigned)} 户`,
    }));
}

export function AssigningPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const { code: area } = useArea();
  const navigate = useNavigate();
  const [onlyFree, setOnlyFree] = useState(true);
  const kept = { placeholderData: keepPreviousData };
  const board = useQuery({ ...sweeps.query.board.queryOptions({ input: { number, area } }), ...kept });
  const people = useQuery({ ...sweeps.query.people.queryOptions({ input: { number, area } }), ...kept });
  const isVillage = board.data?.area.level === 'village';
  const look = onlyFree ? ('unassigned' as const) : ('all' as const);
  const input = { number, area, look, limit: MOST_HOUSEHOLDS };
  const items = useQuery({ ...sweeps.query.items.queryOptions({ input }), ...kept, enabled: isVillage });
  const failed = [board, people, items].find(({ isError }) => isError);
  return (
    <div className="sw-page">
      <PageTitle
        title="拖动分派"
        note={board.data ? `${board.data.round.name} · ${board.data.area.name}` : ''}
        actions={
          <>
            <Checkbox checked={onlyFree} onChange={({ target }) => setOnlyFree(target.checked)}>
              只分还没有承办人的
            </Checkbox>
            <Button onClick={() => void navigate({ to: sweepPath(number), search: (old: object) => old })}>
              本轮进度
            </Button>
          </>
        }
      />
      {failed ? <Failed error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {!failed && (board.isPending || people.isPending || (isVillage && items.isPending)) ? <Loading rows={8} /> : null}
      {board.data && people.data ? (
        <Lanes
          key={`${area} ${onlyFree}`}
          board={board.data}
          givings={givingsOf(board.data, items.data?.items, onlyFree)}
          people={people.data}
          onlyFree={onlyFree}
        />
      ) : null}
    </div>
  );
}

type LanesProps = { board: Board; givings: Giving[]; people: Person[]; onlyFree: boolean };

/** What was ticked goes along with the row that is dragged, if that is ticked. */
function useGive({ board: { round, area }, onlyFree }: LanesProps) {
  const cache = useQueryClient();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  return async ({ accountId, name }: Person, keys: readonly string[]) => {
    const given = { number: round.number, accountId, onlyFree };
    const parts =
      area.level === 'village'
        ? [
            {
              area: area.code,
              households: keys
                .map((key) => key.split('-').map(Number))
                .map(([countyCode = 0, id = 0]) => ({ countyCode, id })),
            },
          ]
        : keys.map((key) => ({ area: Number(key) }));
    let assigned = 0;
    try {
      for (const part of parts)
        assigned += (await sweeps.client.assign({ requestId: newRequestId(), ...given, ...part })).assigned;
    } catch (error) {
      showFailure(error);
    }
    if (assigned > 0) void message.success(`${assigned} 户分给${name}`);
    await cache.invalidateQueries({ queryKey: sweeps.query.key() });
  };
}

function Lanes(props: LanesProps) {
  const { givings, people } = props;
  const give = useGive(props);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [lifted, setLifted] = useState<string>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: stepsAlong('y') }),
  );
  const shown = givings.filter(({ key }) => picked.has(key)).map(({ key }) => key);
  const taken = lifted === undefined ? [] : picked.has(lifted) ? shown : [lifted];

  async function hand(person: Person | undefined, keys: readonly string[]) {
    if (!person || keys.length === 0) return;
    setPicked(new Set());
    await give(person, keys);
  }

  function finish({ over }: DragEndEvent) {
    void hand(over ? people.find(({ accountId }) => accountId === over.id) : undefined, taken);
    setLifted(undefined);
  }

  const pick = (key: string, isPicked: boolean) =>
    setPicked((old) => new Set(isPicked ? [...old, key] : [...old].filter((one) => one !== key)));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args))}
      accessibility={{ announcements: ANNOUNCEMENTS, screenReaderInstructions: INSTRUCTIONS }}
      onDragStart={({ active }) => setLifted(String(active.id))}
      onDragEnd={finish}
      onDragCancel={() => setLifted(undefined)}
    >
      <div className="sw-assigning">
        <Section title={`待分派${shown.length > 0 ? `（已选 ${shown.length} 项）` : ''}`}>
          {givings.length === 0 ? <p className="sw-quiet">都有承办人了。</p> : null}
          <ul aria-label="待分派">
            {givings.map((giving) => (
              <GivingRow
                key={giving.key}
                giving={giving}
                isPicked={picked.has(giving.key)}
                onPick={(isPicked) => pick(giving.key, isPicked)}
              />
            ))}
          </ul>
        </Section>
        <Section title="承办人">
          {people.length === 0 ? <p className="sw-quiet">这个区域没有驻村干部和苏木乡镇人员的账号。</p> : null}
          <ul aria-label="承办人">
            {people.map((person) => (
              <TakerRow
                key={person.accountId}
                person={person}
                picked={shown.length}
                onTake={() => void hand(person, shown)}
              />
            ))}
          </ul>
        </Section>
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted === undefined ? null : (
          <div className="sw-given">
            {taken.length > 1 ? `${taken.length} 项` : givings.find(({ key }) => key === lifted)?.name}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
