// 督办: what was asked of my level or by me, with its answers; and where it is late below.

import { useState } from 'react';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListFilter } from '../../../../platform/web/list/list-types.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { messages, type Reminder } from '../api.ts';
import { AnswerDialog } from '../parts/answer-dialog.tsx';
import { LateAreas } from '../parts/late-areas.tsx';
import { answerColumn, PLACED_COLUMNS } from '../parts/reminder-columns.tsx';
import { remindersSearch } from '../searches.ts';

const STATE: ListFilter = {
  ...{ kind: 'choice', key: 'state', label: '答复情况' },
  choices: [
    { value: 'open', label: '未答复' },
    { value: 'answered', label: '已答复' },
  ],
};

const SIDES = [
  { value: 'to-answer', label: '由本级答复' },
  { value: 'given', label: '本人发出' },
  { value: 'all', label: '全部' },
];

export function RemindersPage() {
  const answers = useMay('messages.answer');
  const reminds = useMay('messages.remind');
  const [answering, setAnswering] = useState<Reminder>();
  const sides = SIDES.filter(({ value }) => (value === 'given' ? reminds : value !== 'to-answer' || answers));
  return (
    <>
      <ListPage
        id="messages.reminders"
        title="督办"
        unit="件"
        search={remindersSearch}
        filters={[{ kind: 'choice', key: 'side', label: '范围', choices: sides }, STATE]}
        columns={[...PLACED_COLUMNS, ...(answers ? [answerColumn(setAnswering)] : [])]}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={messages.query.reminders.key()}
        fetch={({ sort: _sort, ...search }, area, signal) => messages.client.reminders({ ...search, area }, { signal })}
        rowTone={({ reply }) => (reply === undefined ? undefined : 'quiet')}
        emptyHint="从监测对象页面或列表、各地逾期催办后，催办、督办和答复会列在这里。"
      >
        {reminds ? <LateAreas /> : null}
      </ListPage>
      {answering ? <AnswerDialog of={answering} onClose={() => setAnswering(undefined)} /> : null}
    </>
  );
}
