// The forms of registers §15 as data: which columns of which rows.

import { formatDate } from '../../../kernel/plain-date.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { byHand } from '../../../platform/server/registers/forms/form-cells.ts';
import type { ReadColumn, RegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import type { SheetColumn } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import type { FormReader } from '../../regions/server/index.ts';
import { teamCareRegister } from '../domain/registers/team-care-register.ts';
import { teamDiaryRegister } from '../domain/registers/team-diary-register.ts';
import { teamGradeRegister } from '../domain/registers/team-grade-register.ts';
import { teamLeaveRegister } from '../domain/registers/team-leave-register.ts';
import { teamPostingRegister } from '../domain/registers/team-posting-register.ts';
import { EVIDENCE, type TeamForm } from '../domain/words.ts';
import { readTasks } from './evidence.ts';
import { loadMembers } from './members.ts';

const of = (register: unknown) => register as RegisterDefinition;
const text = (name: string, title: string, sql: string): ReadColumn => ({ name, title, kind: 'text', sql });
const NAME = text(
  'name',
  '姓名',
  '(select c.name from cadres c where c.number = t.cadre_number and not c.voided limit 1)',
);
const DAYS: ReadColumn = { name: 'days', title: '天数', kind: 'number', sql: '(t.through_on - t.from_on + 1)' };

const column = (title: string, width = 14): SheetColumn => ({ title, kind: 'text', width });
const STATES = { done: '完成', 'under-way': '推进中', open: '未开展' } as const;

/** Every task of every team of the area, with the records that prove it. */
const tasks: FormReader = async (tx, { range, today, year }) => {
  const on = year * 10_000 + 1231 < today ? `${year}-12-31` : formatDate(today);
  const members = await loadMembers(tx, range, { from: on, through: on });
  const villages = new Map(members.map(({ villageCode, villageName }) => [villageCode, villageName]));
  const stateOf = await readTasks(tx, range, year, on);
  return {
    header: [
      column('嘎查村'),
      column('方面', 10),
      column('序号', 6),
      column('任务', 36),
      column('频次', 8),
      column('完成情况', 10),
      column('佐证', 30),
    ],
    rows: [...villages].flatMap(([code, name]) =>
      stateOf(code).map(({ no, aspect, content, frequency, state, proof, told }) => [
        ...[name, aspect, String(no), content, frequency ?? '', STATES[state]],
        [
          ...proof.map(({ evidence, records }) => `${EVIDENCE[evidence]} ${records} 条`),
          ...(told > 0 ? [`任务记录 ${told} 条`] : []),
        ].join('、'),
      ]),
    ),
  };
};

export const TEAM_FORM_SHEETS: Record<TeamForm, RegisterForm | FormReader> = {
  roster: {
    register: of(teamPostingRegister),
    columns: [
      'villageCode',
      NAME,
      'status',
      'sendingUnit',
      'sentBy',
      'postingReason',
      'appointedOn',
      'appointmentDocumentNo',
      'partyMember',
    ],
    where: 't.appointed_on <= d.today and (t.left_on is null or t.left_on > d.today)',
  },
  leaves: {
    register: of(teamLeaveRegister),
    columns: [
      'villageCode',
      NAME,
      'leaveKind',
      'fromOn',
      'throughOn',
      DAYS,
      'reason',
      'standIn',
      'reviewedOn',
      'approvedOn',
      'returnedOn',
      byHand('审批人签字'),
    ],
    where: 't.through_on > d.today - 366',
  },
  diaries: {
    register: of(teamDiaryRegister),
    columns: ['villageCode', NAME, 'diaryDay', 'items', 'issues'],
    where: 't.diary_day > d.today - 93',
  },
  tasks,
  assessment: {
    register: of(teamGradeRegister),
    columns: [
      ...[
        'villageCode',
        NAME,
        'year',
        'daysScore',
        'economyScore',
        'villagersScore',
        'resultsScore',
        'deducted',
        'score',
      ],
      ...['absentDays', 'grade', 'decidedOn'],
    ],
    where: 'true',
  },
  care: {
    register: of(teamCareRegister),
    columns: ['villageCode', NAME, 'careKind', 'doneOn', 'throughOn', 'amountFen', 'note'],
    where: 'true',
  },
};
