// Papers of an event: approval, list, daily report, review.

import { BLANK, type Column, fact, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import {
  type ActivationForm,
  FORM_NAMES,
  RESPONSE_LEVELS,
  type ResponseLevel,
  VISIT_RESULTS,
  type VisitResult,
} from './words.ts';

type Counts = {
  listed: number;
  seen: number;
  loss: number;
  lossFen: number;
  helped: number;
  toMonitor: number;
  unidentified: number;
};
export type PrintedEvent = Counts & {
  number: string;
  event: string;
  level: ResponseLevel;
  regionName: string;
  planName: string;
  eventOn: string;
  basis: string;
  activatedOn?: string | undefined;
  approvedBy?: string | undefined;
  endedOn?: string | undefined;
  reviewText?: string | undefined;
  measures?: string | undefined;
  dutyPost?: string | undefined;
  townships: readonly (Counts & { name: string })[];
  days: readonly { on: string; seen: number; helped: number; lossFen: number; toMonitor: number }[];
};
export type PrintedHousehold = {
  number: string;
  headName: string;
  townshipName: string;
  villageName: string;
  members: number;
  visitedOn?: string | undefined;
  result?: VisitResult | undefined;
  lossFen?: number | undefined;
  helpedFirst?: boolean | undefined;
};

const count = (title: string, share = 10): Column => ({ title, share, align: 'right', number: true });
const left = (title: string, share: number): Column => ({ title, share });
const yuan = (fen: number) => (fen / 100).toFixed(2);

const head = (event: PrintedEvent) => ({
  kind: 'facts' as const,
  facts: [
    fact('响应编号', event.number),
    fact('响应级别', RESPONSE_LEVELS[event.level]),
    fact('事件', event.event, true),
    fact('地区', event.regionName),
    fact('发生日期', dayTextWords(event.eventOn)),
    fact('预案', event.planName, true),
    fact('启动日期', event.activatedOn ? dayTextWords(event.activatedOn) : undefined),
    fact('批准岗位', event.approvedBy),
  ],
});

const progress = ({ listed, seen, helped, loss, lossFen, toMonitor, unidentified }: PrintedEvent) =>
  paragraph(
    `名单 ${listed} 户，已走访 ${seen} 户，先行救助 ${helped} 户；申报有损失 ${loss} 户，申报损失 ${yuan(lossFen)} 元（未经核实）；需按程序识别 ${toMonitor} 户，其中还没有登记监测个案 ${unidentified} 户。`,
  );

function daily(event: PrintedEvent): OfficialDocument['blocks'] {
  return [
    head(event),
    progress(event),
    {
      kind: 'table',
      columns: [
        left('苏木乡镇', 20),
        count('名单（户）'),
        count('已走访（户）'),
        count('未走访（户）'),
        count('先行救助（户）', 12),
        count('申报损失（元）', 14),
        count('待识别（户）'),
      ],
      rows: event.townships.map((one) => [
        ...[one.name, String(one.listed), String(one.seen), String(one.listed - one.seen)],
        ...[String(one.helped), yuan(one.lossFen), String(one.unidentified)],
      ]),
    },
    {
      kind: 'table',
      columns: [
        left('日期', 20),
        count('走访（户）'),
        count('先行救助（户）', 12),
        count('申报损失（元）', 14),
        count('需识别（户）'),
      ],
      rows: event.days.map(({ on, seen, helped, lossFen, toMonitor }) => [
        on,
        String(seen),
        String(helped),
        yuan(lossFen),
        String(toMonitor),
      ]),
    },
  ];
}

function approval(event: PrintedEvent): OfficialDocument['blocks'] {
  return [
    head(event),
    { kind: 'heading', text: '触发依据' },
    paragraph(event.basis),
    { kind: 'heading', text: '处置措施' },
    paragraph(event.measures ?? BLANK),
    { kind: 'heading', text: '责任岗位' },
    paragraph(event.dutyPost ?? BLANK),
    { kind: 'signatures', lines: [{ label: '建议部门' }, { label: '批准岗位' }] },
  ];
}

function list(event: PrintedEvent, households: readonly PrintedHousehold[]): OfficialDocument['blocks'] {
  return [
    head(event),
    {
      kind: 'table',
      columns: [
        left('苏木乡镇', 14),
        left('嘎查村', 14),
        left('户编号', 14),
        left('户主', 10),
        count('人口', 6),
        left('走访日期', 12),
        left('结论', 20),
        count('申报损失（元）', 12),
        left('帮扶先行', 8),
      ],
      rows: households.map(
        ({ townshipName, villageName, number, headName, members, visitedOn, result, lossFen, helpedFirst }) => [
          ...[townshipName, villageName, number, headName, String(members), visitedOn ?? ''],
          ...[
            result ? VISIT_RESULTS[result] : '',
            lossFen === undefined ? '' : yuan(lossFen),
            helpedFirst === undefined ? '' : helpedFirst ? '是' : '否',
          ],
        ],
      ),
    },
  ];
}

/** One form of an event; `households` only for the list. `asOf` is an ISO day. */
export function buildEventPaper(
  form: ActivationForm,
  asOf: string,
  event: PrintedEvent,
  households: readonly PrintedHousehold[] = [],
): OfficialDocument {
  const blocks: Record<ActivationForm, () => OfficialDocument['blocks']> = {
    daily: () => daily(event),
    approval: () => approval(event),
    list: () => list(event, households),
    review: () => [...daily(event), { kind: 'heading', text: '评估结论' }, paragraph(event.reviewText ?? '尚未评估。')],
  };
  return { title: `${event.regionName}${FORM_NAMES[form]}（${dayTextWords(asOf)}）`, blocks: blocks[form]() };
}
