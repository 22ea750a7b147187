// 督办 on the home page: what a level above waits for, of my level; nothing where there is none.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { messages, type Reminder } from '../api.ts';
import { answerColumn, PLACED_COLUMNS } from './reminder-columns.tsx';

/** Loaded with the first answer: the home page does without forms. */
const AnswerDialog = lazy(() => import('./answer-dialog.tsx').then((part) => ({ default: part.AnswerDialog })));

const SHOWN = 5;
const COLUMNS = PLACED_COLUMNS.filter(({ key }) => ['head', 'village', 'kind', 'by', 'note'].includes(key));

export function HomeReminders() {
  const [answering, setAnswering] = useState<Reminder>();
  const input = { side: 'to-answer', state: 'open', limit: SHOWN } as const;
  const { data } = useQuery(messages.query.reminders.queryOptions({ input }));
  if (!data || data.items.length === 0) return null;
  return (
    <Section
      title="待答复的督办"
      extra={
        <Link to="/reminders" search={(old: object) => ({ ...old, side: 'to-answer', state: 'open' })}>
          全部
        </Link>
      }
    >
      <SmallTable
        label="待答复的督办"
        columns={[...COLUMNS, answerColumn(setAnswering)]}
        rows={data.items}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        none="没有待答复的督办"
      />
      <Suspense fallback={null}>
        {answering ? <AnswerDialog of={answering} onClose={() => setAnswering(undefined)} /> : null}
      </Suspense>
    </Section>
  );
}
