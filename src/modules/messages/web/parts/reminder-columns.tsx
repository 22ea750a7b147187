// How a reminder is read in lists.

import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { casePath } from '../../../cases/domain/addresses.ts';
import { TURN_NAMES } from '../../../process/domain/steps.ts';
import { REMINDER_NAMES } from '../../domain/reminders.ts';
import type { Reminder } from '../api.ts';

const head: ListColumn<Reminder> = {
  ...{ key: 'head', title: '户主', width: 90, always: true },
  render: ({ countyCode, caseId, headName }) => (
    <Link to={casePath({ countyCode, id: caseId })} search={{ tab: 'reminders' } as never}>
      {headName}
    </Link>
  ),
};

const PLACES: ListColumn<Reminder>[] = [
  { key: 'county', title: '旗县', render: ({ countyName }) => countyName, width: 100, aboveCounty: true },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 110 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 120 },
];

export const REMINDER_COLUMNS: ListColumn<Reminder>[] = [
  { key: 'kind', title: '方式', render: ({ kind }) => REMINDER_NAMES[kind], width: 66, always: true },
  { key: 'by', title: '发出', render: ({ byName, at }) => `${byName} ${formatInstant(at)}`, width: 190, always: true },
  { key: 'turn', title: '答复层级', render: ({ turn }) => TURN_NAMES[turn], width: 90 },
  { key: 'note', title: '要求', render: ({ note }) => note || UNKNOWN, width: 200 },
  {
    ...{ key: 'reply', title: '答复', width: 240, always: true },
    render: ({ reply, repliedBy, repliedAt }) =>
      reply === undefined ? (
        <StateTag tone="orange">未答复</StateTag>
      ) : (
        `${reply}（${repliedBy}，${formatInstant(repliedAt)}）`
      ),
  },
];

export const PLACED_COLUMNS: ListColumn<Reminder>[] = [head, ...PLACES, ...REMINDER_COLUMNS];

export const answerColumn = (onAnswer: (of: Reminder) => void): ListColumn<Reminder> => ({
  ...{ key: 'answer', title: '办理', width: 80, always: true, fixed: 'right', control: true },
  render: (item) =>
    item.mine && item.reply === undefined ? (
      <Button size="small" onClick={() => onAnswer(item)}>
        答复
      </Button>
    ) : null,
});
