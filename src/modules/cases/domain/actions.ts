// The actions of a case, append-only. Each is an operation `cases.<kind>` with the detail it records; the state of the
// case is folded from them (fold.ts), and refuse-action.ts says which may be done now.

import * as z from 'zod';
import { day } from '../../../kernel/input.ts';
import type { Role } from '../../../kernel/operation.ts';
import { CHANNELS } from '../../clues/domain/words.ts';
import { STEPS } from '../../process/domain/steps.ts';
import { DANGERS, NOTICE_LEVELS } from '../../process/domain/words.ts';
import { survey } from './survey.ts';
import { CATEGORIES, CLEARING_MODES, MOST_RISKS, RISKS } from './words.ts';

const VILLAGE = ['village-worker', 'township-officer'] as const satisfies readonly Role[];
const TOWNSHIP = ['township-officer'] as const satisfies readonly Role[];
const COUNTY = ['county-officer'] as const satisfies readonly Role[];
const REVIEWERS = [...TOWNSHIP, ...COUNTY] as const;
const ALL = [...VILLAGE, ...COUNTY] as const;

const text = (title: string, most = 500) => z.string().trim().max(most).meta({ title });
const needed = (title: string, least = 4, most = 500) =>
  z.string().trim().min(least, `请填写${title}，至少 ${least} 个字`).max(most).meta({ title });
const person = z.string().trim().min(1).max(40);
/** Ids of uploaded files. */
const files = (most: number) => z.array(z.uuid()).max(most).default([]);
const count = (title: string) => z.number().int().min(0).max(100_000).meta({ title });

/** Where somebody was, as it was measured: WGS-84 in degrees. */
const position = { longitude: z.number().min(73).max(136).optional(), latitude: z.number().min(3).max(54).optional() };

export const DETAILS = {
  open: z.object({
    channel: z.enum(CHANNELS),
    clueIds: z.array(z.number().int().positive()).min(1).max(50),
    templateId: z.number().int().min(0),
  }),
  'add-clue': z.object({ clueId: z.number().int().positive(), channel: z.enum(CHANNELS) }),
  verify: z.object({
    visitedOn: day.meta({ title: '入户日期' }),
    visitors: z.array(person).min(1, '请填写入户人员').max(9).meta({ title: '入户人员' }),
    /** Signed on the screen, or a photo of the paper. */
    authorisation: z.array(z.uuid()).min(1, '请附签名或纸质授权书照片').max(4).meta({ title: '承诺授权书' }),
    signedBy: person.meta({ title: '签字人' }),
    survey,
    photos: files(9),
    ...position,
    /** The risk is real (in clearing: it is gone). */
    confirmed: z.boolean(),
    finding: needed('核实结论'),
  }),
  'request-comparison': z.object({
    departments: z.array(z.string().trim().min(1).max(20)).min(1, '请选择比对部门').max(20).meta({ title: '比对部门' }),
    note: text('说明'),
  }),
  'reply-comparison': z.object({
    department: z.string().trim().min(1).max(20).meta({ title: '部门' }),
    hits: z.array(z.string().trim().min(1).max(40)).max(20).meta({ title: '命中情形' }),
    note: text('比对情况'),
  }),
  compare: z.object({
    excluded: z.boolean(),
    note: needed('比对结论', 2),
    /** Why it is concluded though no department answered; empty where one did. */
    withoutReply: text('未经部门回复的原因', 200).default(''),
  }),
  review: z.object({
    heldOn: day.meta({ title: '评议日期' }),
    place: text('地点', 60),
    chair: person.meta({ title: '主持人' }),
    attendees: z.array(person).min(1, '请填写参会人员').max(200).meta({ title: '参会人员' }),
    votesFor: count('同意票'),
    votesAgainst: count('不同意票'),
    abstained: count('弃权票'),
    minutes: needed('会议记录', 10, 4000),
    photos: files(9),
    passed: z.boolean(),
  }),
  publish: z.object({
    level: z.enum(NOTICE_LEVELS),
    from: day.meta({ title: '公示开始日期' }),
    place: needed('公示地点', 2, 100),
    phone: z
      .string()
      .trim()
      .regex(/^[\d-]{5,20}$/, '异议电话须为数字')
      .meta({ title: '异议电话' }),
    photos: files(4),
  }),
  object: z.object({ by: text('反映人', 40), content: needed('异议内容') }),
  'settle-objection': z.object({ objection: z.number().int().min(0), result: needed('处理结果') }),
  'end-notice': z.object({ note: text('公示情况'), photos: files(4) }),
  'pass-township': z.object({ opinion: needed('审核意见', 2), spotChecked: z.boolean() }),
  approve: z.object({
    category: z.enum(CATEGORIES),
    /** The line of the day it was judged by, in fen; set by the program. */
    lineFen: z.number().int().min(0).optional(),
    /** What the registry said of the household before; set by the program, so that taking it back can restore it. */
    before: z.object({ category: z.enum(CATEGORIES).nullable(), cleared: z.boolean() }).optional(),
    danger: z.enum(DANGERS).default('medium'),
    risks: z.array(z.enum(RISKS)).min(1, '请选择风险类型').max(MOST_RISKS).meta({ title: '风险类型' }),
    opinion: needed('审定意见', 2),
    documentNumber: text('批复文号', 60),
  }),
  clear: z.object({
    mode: z.enum(CLEARING_MODES),
    opinion: needed('审定意见', 2),
    documentNumber: text('批复文号', 60),
  }),
  announce: z.object({ on: day.meta({ title: '公告日期' }), photos: files(4) }),
  record: z.object({ on: day.meta({ title: '录入日期' }), note: text('说明') }),
  return: z.object({ to: z.enum(STEPS), reason: needed('退回原因') }),
  reject: z.object({ reason: needed('不予通过的原因') }),
  'notify-rejection': z.object({ on: day.meta({ title: '告知日期' }), how: needed('告知方式', 2, 100) }),
  appeal: z.object({ content: needed('复核理由') }),
  'decide-appeal': z.object({ upheld: z.boolean(), reason: needed('复核结论') }),
  withdraw: z.object({ reason: needed('撤回原因') }),
  'move-away': z.object({ on: day.meta({ title: '迁出日期' }), to: needed('迁往何处', 2, 100) }),
  pause: z.object({ reason: needed('暂停原因') }),
  resume: z.object({ note: text('说明') }),
  /** Help first, papers after: the way through the steps stays as it is. */
  emergency: z.object({ reason: needed('紧急情况'), help: needed('已采取的帮扶', 2) }),
  plan: z.object({
    risks: z.array(z.enum(RISKS)).min(1, '请选择风险类型').max(MOST_RISKS).meta({ title: '风险类型' }),
    danger: z.enum(DANGERS),
    responsible: person.meta({ title: '帮扶责任人' }),
    /** The account of that person, where one of that name is at work there; set by the program. */
    responsibleAccount: z.number().int().optional(),
    unit: text('责任人单位', 60),
    goal: text('帮扶目标'),
  }),
  /** Another takes the household over, all else stays. */
  'hand-over': z.object({
    responsible: person.meta({ title: '新的帮扶责任人' }),
    responsibleAccount: z.number().int().optional(),
    unit: text('责任人单位', 60),
    reason: needed('移交原因', 2),
  }),
  'start-clearing': z.object({
    mode: z.enum(CLEARING_MODES),
    templateId: z.number().int().min(0),
    reason: needed('消除理由'),
  }),
  'look-back': z.object({
    on: day.meta({ title: '回头看日期' }),
    visitors: z.array(person).min(1, '请填写入户人员').max(9).meta({ title: '入户人员' }),
    stable: z.boolean(),
    finding: needed('回头看情况'),
    photos: files(9),
  }),
  reverse: z.object({ reason: needed('回退原因') }),
  /** Takes the last action back before the next level went on from it: the record keeps both, the state forgets them. */
  recall: z.object({ seq: z.number().int().min(2), reason: needed('收回原因') }),
} satisfies Record<string, z.ZodType>;

export type Kind = keyof typeof DETAILS;
export const KINDS = Object.keys(DETAILS) as Kind[];
export type DetailOf<K extends Kind> = z.output<(typeof DETAILS)[K]>;

type About = {
  title: string;
  /** Who may do it, each inside the own area. */
  roles: readonly Role[];
  /** May wait in an outbox until there is network. */
  offline?: boolean;
};

/** What each action is called, and who may do it. */
export const ACTIONS: Record<Kind, About> = {
  open: { title: '登记立案', roles: ALL },
  'add-clue': { title: '并入线索', roles: ALL },
  verify: { title: '入户核实', roles: VILLAGE, offline: true },
  'request-comparison': { title: '发起信息比对', roles: COUNTY },
  'reply-comparison': { title: '回复比对结果', roles: COUNTY },
  compare: { title: '形成比对结论', roles: COUNTY },
  review: { title: '民主评议', roles: VILLAGE, offline: true },
  publish: { title: '张贴公示', roles: ALL, offline: true },
  object: { title: '登记异议', roles: ALL },
  'settle-objection': { title: '处理异议', roles: ALL },
  'end-notice': { title: '公示结束', roles: ALL },
  'pass-township': { title: '乡镇审核通过', roles: TOWNSHIP },
  approve: { title: '审定纳入监测', roles: COUNTY },
  clear: { title: '审定风险消除', roles: COUNTY },
  announce: { title: '公告', roles: TOWNSHIP },
  record: { title: '录入建档', roles: TOWNSHIP },
  return: { title: '退回补正', roles: REVIEWERS },
  reject: { title: '不予通过', roles: REVIEWERS },
  'notify-rejection': { title: '告知农户', roles: VILLAGE },
  appeal: { title: '登记复核申请', roles: VILLAGE },
  'decide-appeal': { title: '作出复核结论', roles: TOWNSHIP },
  withdraw: { title: '农户撤回', roles: VILLAGE },
  'move-away': { title: '迁出', roles: VILLAGE },
  pause: { title: '暂停计时', roles: REVIEWERS },
  resume: { title: '恢复计时', roles: REVIEWERS },
  emergency: { title: '启动绿色通道', roles: ALL },
  plan: { title: '制定帮扶计划', roles: VILLAGE },
  'hand-over': { title: '移交帮扶责任', roles: REVIEWERS },
  'start-clearing': { title: '发起风险消除', roles: VILLAGE },
  'look-back': { title: '回头看', roles: VILLAGE, offline: true },
  reverse: { title: '风险回退', roles: TOWNSHIP },
  recall: { title: '收回办理', roles: ALL },
};

export type ActionOf<K extends Kind> = {
  kind: K;
  /** Position in the case, from 1. */
  seq: number;
  /** The day on which it was recorded, yyyymmdd. */
  on: number;
  at: string;
  by: string;
  role: string;
  detail: DetailOf<K>;
};

/** One recorded action, whatever its kind. */
export type CaseAction = { [K in Kind]: ActionOf<K> }[Kind];
