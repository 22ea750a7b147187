// A case told action by action, without a database: each is asked for as the server would, recorded, and folded. For tests
// of what follows from what.

import type { Role } from '../src/kernel/operation.ts';
import { formatDate, type PlainDate } from '../src/kernel/plain-date.ts';
import { ACTIONS, type CaseAction, type DetailOf, type Kind } from '../src/modules/cases/domain/actions.ts';
import { foldCase } from '../src/modules/cases/domain/fold.ts';
import { refuseAction, refuseDetail } from '../src/modules/cases/domain/refuse-action.ts';
import type { Standing } from '../src/modules/cases/domain/standing.ts';
import type { Calendar } from '../src/modules/process/domain/calendar.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate } from '../src/modules/process/domain/process-template.ts';
import { details } from './case-details.ts';

/** Details as people would fill them in, of every kind. */
export function everyDetail(on: PlainDate): { [K in Kind]: DetailOf<K> } {
  const text = formatDate(on);
  return {
    ...details(text),
    open: { channel: 'visit', clueIds: [1], templateId: 0 },
    'add-clue': { clueId: 2, channel: 'social' },
    'reply-comparison': { department: 'yibao', hits: [], note: '' },
    object: { by: '群众', content: '反映其有商品房' },
    'settle-objection': { objection: 0, result: '经核实不属实' },
    clear: { mode: 'assisted', opinion: '同意消除', documentNumber: '' },
    return: { to: 'verification', reason: '请补充收入材料' },
    reject: { reason: '收入高于监测范围' },
    'notify-rejection': { on: text, how: '当面告知' },
    appeal: { content: '未计入医疗支出' },
    'decide-appeal': { upheld: true, reason: '应重新核实' },
    withdraw: { reason: '家庭情况好转' },
    'move-away': { on: text, to: '呼和浩特市' },
    pause: { reason: '异议正在核查' },
    resume: { note: '' },
    emergency: { reason: '房屋被冲毁', help: '已临时安置' },
    'start-clearing': { mode: 'assisted', templateId: 0, reason: '收入稳定' },
    'look-back': { on: text, visitors: ['巴特尔', '李秀兰'], stable: true, finding: '收入稳定', photos: [] },
    reverse: { reason: '收入再次下降' },
    recall: { seq: 2, reason: '填写有误,收回重办' },
  };
}

/** The registry knew nothing of the household. */
const UNKNOWN_BEFORE = { category: null, cleared: false };

type Given = {
  templates?: Record<number, ProcessTemplate>;
  templateId?: number;
  calendar?: Calendar;
};

export type Story = {
  actions: CaseAction[];
  /** Records it, and throws where the rules refuse it. The role is the first that may, unless named. */
  act: <K extends Kind>(kind: K, on: PlainDate, change?: Partial<DetailOf<K>>, role?: Role) => Story;
  standing: () => Standing;
};

export function tell(openedOn: PlainDate, { templates = {}, templateId = 0, calendar = new Map() }: Given = {}): Story {
  const context = {
    templateOf: (id: number) => templates[id] ?? DEFAULT_TEMPLATE,
    calendar,
  };
  const actions: CaseAction[] = [];
  const append = (kind: Kind, on: PlainDate, detail: object, role: Role) => {
    const seq = actions.length + 1;
    actions.push({ kind, seq, on, at: `${formatDate(on)}T01:00:00.000Z`, by: role, role, detail } as CaseAction);
  };
  append('open', openedOn, { channel: 'visit', clueIds: [1], templateId }, 'village-worker');
  const story: Story = {
    actions,
    act: (kind, on, change = {}, role = ACTIONS[kind].roles[0] ?? 'administrator') => {
      const standing = story.standing();
      const own =
        kind === 'recall' ? { seq: standing.last?.seq } : kind === 'approve' ? { before: UNKNOWN_BEFORE } : {};
      const detail = { ...everyDetail(on)[kind], ...own, ...change };
      const given = { role, today: on, lifted: false };
      const refused = refuseAction(kind, standing, given) ?? refuseDetail(kind, detail, standing, given);
      if (refused) throw new Error(`${kind} in ${standing.state}: ${refused.code}`);
      append(kind, on, detail, role);
      return story;
    },
    standing: () => foldCase(actions, context),
  };
  return story;
}

/** Up to the county's approval on the default template: found 2022-06-01, published 06-03, over 06-08. */
export function tellUntilCounty(given: Given = {}): Story {
  return tell(20220601, given)
    .act('verify', 20220602)
    .act('compare', 20220603)
    .act('review', 20220603)
    .act('publish', 20220603)
    .act('end-notice', 20220608)
    .act('pass-township', 20220609);
}

/** Monitored since 2022-06-10. */
export function tellUntilMonitored(given: Given = {}): Story {
  return tellUntilCounty(given).act('approve', 20220610).act('announce', 20220610).act('record', 20220610);
}

/** Cleared on 2023-06-20, in the end of the way out. */
export function tellUntilCleared(): Story {
  return tellUntilMonitored()
    .act('start-clearing', 20230610)
    .act('verify', 20230611)
    .act('review', 20230612)
    .act('publish', 20230612)
    .act('end-notice', 20230617)
    .act('pass-township', 20230618)
    .act('clear', 20230620)
    .act('announce', 20230621)
    .act('record', 20230622);
}
