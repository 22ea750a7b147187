// The reminders of one case, with what was answered.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { messages, type Reminder } from '../api.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { answerColumn, REMINDER_COLUMNS } from './reminder-columns.tsx';

export function CaseReminders({ caseKey }: { caseKey: CaseKey }) {
  const query = useQuery(messages.query.remindersOfCase.queryOptions({ input: caseKey }));
  const [answering, setAnswering] = useState<Reminder>();
  if (query.isPending) return <Loading rows={3} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <SmallTable
        label="督办"
        columns={[...REMINDER_COLUMNS, answerColumn(setAnswering)]}
        rows={query.data}
        rowKey={({ id }) => id}
        none="没有催办、督办记录"
      />
      {answering ? <AnswerDialog of={answering} onClose={() => setAnswering(undefined)} /> : null}
    </>
  );
}
