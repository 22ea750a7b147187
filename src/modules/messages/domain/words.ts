// What a message says, from its kind and its few facts; names of people come from the case, for whoever may see it.

import { ACTIONS, type Kind } from '../../cases/domain/actions.ts';
import { KIND_NAMES, type MessageKind } from './kinds.ts';
import { REMINDER_NAMES, type ReminderKind } from './reminders.ts';

export type Said = {
  kind: MessageKind;
  count: number;
  facts: Record<string, unknown>;
  /** Of the case it speaks of, where the account sees it. */
  headName?: string | undefined;
  villageName?: string | undefined;
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function household({ headName, villageName }: Said): string {
  return headName === undefined ? '一户监测对象' : `${villageName ?? ''}${headName}户`;
}

function summaryText(facts: Record<string, unknown>): string {
  const parts = Object.entries(facts).map(([kind, count]) => `${KIND_NAMES[kind as MessageKind] ?? kind} ${count} 项`);
  return `汇总：${parts.join('，')}。`;
}

const DAY_SECONDS = 86_400;

function clockText({ kind, seconds }: Record<string, unknown>): string {
  const much = Number(seconds);
  const span =
    much >= DAY_SECONDS ? `${Math.round(much / DAY_SECONDS)} 天` : `${Math.max(1, Math.round(much / 60))} 分钟`;
  if (kind === 'apart')
    return `服务器与数据库的时钟相差 ${span}，期限和锁定可能不准。请核对两台机器的日期和时间，并开启自动校时。`;
  const way = kind === 'back' ? '后退' : '前进';
  return `服务器时钟突然${way}了 ${span}，期限、提醒和锁定可能不准。请核对服务器的日期和时间，并开启自动校时。`;
}

/** One sentence. */
export function messageText(said: Said): string {
  const { kind, count, facts } = said;
  // A term of a register: said when it was told, with what and until when.
  if (facts.text) return textOf(facts.text);
  switch (kind) {
    case 'due':
      return `${count} 户监测对象明日到期，须由本级办理。`;
    case 'overdue':
      return `${count} 户监测对象超过办理期限，须由本级尽快办理。`;
    case 'escalated':
      return `${count} 户监测对象下级逾期未办，已上提到本级督办。`;
    case 'returned':
      return `${household(said)}被${textOf(facts.by) || '上级'}退回，须补正后重新提交。`;
    case 'objected':
      return `${household(said)}：${ACTIONS[facts.action as Kind]?.title ?? '登记异议'}，须在期限内处理。`;
    case 'reminded':
      return `${textOf(facts.by)}${REMINDER_NAMES[facts.reminder as ReminderKind] ?? '催办'}：${household(said)}，请尽快办理并答复。`;
    case 'answered':
      return `${textOf(facts.by)}答复了${household(said)}的督办。`;
    case 'refused':
      return `“${textOf(facts.file)}”未能装载，请查看原因，改正后重新提交。`;
    case 'held':
      return `“${textOf(facts.file)}”等待确认装载，请核对后确认或取消。`;
    case 'finished':
      return `${textOf(facts.job)}已完成。`;
    case 'failed':
      return `${textOf(facts.job)}未能完成，请查看原因。`;
    case 'clock':
      return clockText(facts);
    case 'summary':
      return summaryText(facts);
  }
}
