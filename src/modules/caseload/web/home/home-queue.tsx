// My queue by action: what waits for my level now, with the number of each; one click and they come one by one. Above the
// levels nobody has one: there stands what is late, by area (the bulletin's card).

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { ACTIONS } from '../../../cases/domain/actions.ts';
import type { CaseItem } from '../../../cases/web/doors/rows.ts';
import { nextKind } from '../../../cases/web/doors/rows.ts';
import { caseload } from '../api.ts';

/** Loaded with the first click: the home page does without forms. */
const ReadThrough = lazy(() => import('./read-through.tsx').then((part) => ({ default: part.ReadThrough })));

/** One sitting: what is left comes with the next click. */
const MOST = 100;

type Queued = Awaited<ReturnType<typeof caseload.client.queue>>[number];

function labelOf({ state, paused }: Queued): string {
  const kind = nextKind({ state, paused, turn: 'village' });
  return kind ? ACTIONS[kind].title : '办理';
}

/** The same deed on both ways is one entry. */
function grouped(queue: readonly Queued[]) {
  return [...Map.groupBy(queue, labelOf)].map(([label, own]) => ({
    label,
    states: own.map(({ state }) => state),
    count: own.reduce((sum, each) => sum + each.count, 0),
    late: own.reduce((sum, each) => sum + each.late, 0),
  }));
}

export function HomeQueue({ area }: { area: number }) {
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const queue = useQuery(caseload.query.queue.queryOptions({ input: { area } }));
  const [rows, setRows] = useState<CaseItem[]>();

  async function begin(states: readonly CaseItem['state'][]) {
    try {
      const pages = await Promise.all(
        states.map((state) => caseload.client.cases({ area, desk: 'mine', state, limit: MOST })),
      );
      setRows(pages.flatMap(({ items }) => items).slice(0, MOST));
    } catch (error) {
      showFailure(error);
    }
  }

  if (!queue.data || queue.data.length === 0) return null;
  return (
    <Section title="按事项逐户办理">
      <div className="sw-deeds">
        {grouped(queue.data).map(({ label, states, count, late }) => (
          <Button key={label} onClick={() => void begin(states)}>
            {label} <strong>{formatCount(count)}</strong>
            {late > 0 ? <span className="sw-tone-red"> 逾期 {formatCount(late)}</span> : null}
          </Button>
        ))}
      </div>
      {rows ? (
        <Suspense fallback={null}>
          <ReadThrough
            rows={rows}
            onClose={() => {
              setRows(undefined);
              void cache.invalidateQueries({ queryKey: caseload.query.key() });
            }}
          />
        </Suspense>
      ) : null}
    </Section>
  );
}
