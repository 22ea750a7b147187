// 《考勤月报》: the month's sheet as it is hung in the township and handed to the county.

import type { Column, OfficialDocument } from '../../../kernel/papers/model.ts';
import { ATTEND_KINDS, ATTEND_MARKS, type AttendKind, POSTS } from '../domain/words.ts';
import type { Sheet } from './read-sheet.ts';

const number = (title: string): Column => ({ title, share: 6, align: 'right', number: true });
const left = (title: string, share: number): Column => ({ title, share });
const KINDS = Object.keys(ATTEND_KINDS) as AttendKind[];

export function buildSheetPaper({
  area,
  month,
  days,
  lines,
  villages,
  confirmed,
  missed,
  asOf,
}: Sheet): OfficialDocument {
  const legend = KINDS.map((kind) => `${ATTEND_MARKS[kind]} ${ATTEND_KINDS[kind]}`).join('，');
  const open = missed.map(({ name, villages: n }) => `${name} ${n} 个嘎查村`).join('、');
  return {
    title: `${area.name} ${Number(month.slice(0, 4))} 年 ${Number(month.slice(5, 7))} 月驻村工作队考勤月报`,
    blocks: [
      { kind: 'paragraph', as: 'note', text: `截至 ${asOf}　${legend}` },
      {
        kind: 'table',
        columns: [
          ...[left('嘎查村', 10), left('姓名', 8), left('身份', 9)],
          ...days.map(({ day }): Column => ({ title: String(Number(day.slice(8))), share: 3, align: 'center' })),
          ...['在岗', '应在岗', '请假', '轮休', '缺岗'].map(number),
        ],
        rows: lines.map(({ villageName, name, post, cells, counts, inPost, required }) => [
          ...[villageName, name, POSTS[post]],
          ...cells.map((kind) => (kind ? ATTEND_MARKS[kind] : '')),
          ...[inPost, required, counts.leave ?? 0, counts.rest ?? 0, counts.absent ?? 0].map(String),
        ]),
      },
      {
        kind: 'paragraph',
        as: 'note',
        text: `驻村工作队 ${villages} 个，苏木乡镇已确认 ${confirmed} 个${open ? `；没有确认的：${open}` : ''}。`,
      },
      { kind: 'signatures', lines: [{ label: '苏木乡镇负责人' }, { label: '填报人' }] },
    ],
  };
}
