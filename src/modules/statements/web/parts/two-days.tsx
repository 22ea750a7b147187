// The same text with the figures of another day beside it; what changed is marked.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayInput, todayText } from '../../../../platform/web/form/index.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import type { Rendered } from '../../domain/render.ts';
import { type StatementShown, statements, type ToldFigure } from '../api.ts';
import { PaperText } from './paper-text.tsx';

type Props = {
  statement: StatementShown;
  figures: readonly ToldFigure[];
  render: (figures: readonly ToldFigure[], day: string) => Rendered;
};

export function TwoDays({ statement, figures, render }: Props) {
  const { countyCode, id, asOf, place } = statement;
  const [day, setDay] = useState(asOf);
  const other = useQuery({
    ...statements.query.figures.queryOptions({ input: { countyCode, id, day } }),
    enabled: day !== asOf,
  });
  const shown = new Map(figures.map((figure) => [figure.id, figure.shown]));
  const changed = new Set(other.data?.figures.flatMap((one) => (shown.get(one.id) === one.shown ? [] : [one.id])));
  return (
    <>
      <p className="sw-filters">
        <label htmlFor="statement-other-day">另一时点</label>
        <DayInput id="statement-other-day" latest={todayText()} value={day} onChange={(next) => setDay(next ?? asOf)} />
        {other.data ? <span className="sw-quiet">有 {changed.size} 个数不同，已标出</span> : null}
      </p>
      {other.isFetching ? <Loading rows={8} /> : null}
      {other.isError ? <Failed error={other.error} onRetry={() => void other.refetch()} /> : null}
      {day === asOf ? <p className="sw-quiet">请选择要比较的日期。</p> : null}
      {other.data ? (
        <div className="sw-statement-two">
          <PaperText blocks={render(figures, asOf).blocks} asked={{ area: place.code, day: asOf }} changed={changed} />
          <PaperText
            blocks={render(other.data.figures, day).blocks}
            asked={{ area: place.code, day }}
            changed={changed}
          />
        </div>
      ) : null}
    </>
  );
}
