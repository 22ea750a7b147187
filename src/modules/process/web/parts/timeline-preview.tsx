// What the days of a template mean on the calendar, for a case opened on a chosen day; it follows every change at once.

import { useQueries } from '@tanstack/react-query';
import { Alert, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { formatDate, type PlainDate, parseDate, toEpochDays } from '../../../../kernel/plain-date.ts';
import type { WalkTemplate } from '../../domain/process-template.ts';
import { STEP_NAMES } from '../../domain/steps.ts';
import { previewTimeline } from '../../domain/timeline-preview.ts';
import { processApi } from '../api.ts';
import { termWords } from './term-words.ts';

const WEEKDAYS = '日一二三四五六';

function dayWords(day: PlainDate): string {
  return `${formatDate(day)} 周${WEEKDAYS[(toEpochDays(day) + 4) % 7]}`;
}

/** The calendar of the year in which the case begins and of the next one. */
function useCalendar(year: number) {
  const years = useQueries({
    queries: [year, year + 1].map((each) =>
      processApi.query.calendar.queryOptions({ input: { year: each }, staleTime: 60_000 }),
    ),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
  return useMemo(() => new Map(years.map(({ day, working }) => [parseDate(day), working])), [years]);
}

function isComplete({ steps, total }: WalkTemplate): boolean {
  return [total, ...steps.map(({ term }) => term)].every(
    ({ days }) => Number.isInteger(days) && days >= 0 && days <= 400,
  );
}

export function TimelinePreviewPart({ walk, title }: { walk: WalkTemplate; title: string }) {
  const [start, setStart] = useState(() => dayjs());
  const calendar = useCalendar(start.year());
  const preview = isComplete(walk) ? previewTimeline(walk, calendar, parseDate(start.format('YYYY-MM-DD'))) : undefined;
  return (
    <section className="sw-section sw-preview">
      <div className="sw-section-title">
        <h2>{title}预览</h2>
      </div>
      <div className="sw-preview-start">
        <span id="preview-start">开始日期</span>
        <DatePicker
          aria-labelledby="preview-start"
          value={start}
          allowClear={false}
          onChange={(next) => {
            if (next) setStart(next);
          }}
        />
      </div>
      {preview === undefined ? <p className="sw-quiet">天数填写完整后显示。</p> : null}
      {preview?.isTooLong ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={`各环节期限相加，审定要到 ${formatDate(preview.decisionDue)}，晚于总期限 ${formatDate(preview.totalDue)}。办理时以总期限为准。`}
        />
      ) : null}
      {preview ? (
        <table className="sw-plain-table">
          <caption>各环节用足期限时的最后一天</caption>
          <thead>
            <tr>
              <th scope="col">环节</th>
              <th scope="col">期限</th>
              <th scope="col">最后一天</th>
            </tr>
          </thead>
          <tbody>
            {preview.steps.map(({ step, due }, i) => (
              <tr key={step}>
                <th scope="row">{STEP_NAMES[step]}</th>
                <td>{walk.steps[i] ? termWords(walk.steps[i].term) : ''}</td>
                <td>{dayWords(due)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="sw-totals">
              <th scope="row">总期限（到审定）</th>
              <td>{termWords(walk.total)}</td>
              <td>{dayWords(preview.totalDue)}</td>
            </tr>
          </tfoot>
        </table>
      ) : null}
    </section>
  );
}
