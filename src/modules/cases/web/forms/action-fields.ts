// What each kind of action asks for. The fields follow domain/actions.ts; what a case makes possible narrows the choices,
// and what is already known is filled in. Findings are not: whoever looked, voted or compared says what came of it.

import { DEPARTMENTS, departmentName } from '../../../../kernel/departments.ts';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { STEP_NAMES } from '../../../process/domain/steps.ts';
import { NOTICE_LEVEL_NAMES } from '../../../process/domain/words.ts';
import { CATEGORY_NAMES } from '../../domain/words.ts';
import type { DialogKind } from '../api.ts';
import { openDepartments } from '../parts/case-reading.ts';
import {
  earlierSteps,
  lastChoice,
  missingLevels,
  objectionNames,
  objectionsHint,
  openObjections,
  startedMode,
} from './action-choices.ts';
import type { ActionForm } from './fields.ts';
import {
  choice,
  count,
  DANGER_FIELD,
  DEPARTMENT_CHOICES,
  day,
  line,
  MODE_FIELD,
  needed,
  people,
  person,
  photos,
  RISK_FIELD,
  text,
  yesNo,
} from './make-field.ts';

const reasonOnly =
  (label: string): ActionForm['fields'] =>
  () => [needed('reason', label, 4, 3)];

export const ACTION_FORMS: Record<DialogKind, ActionForm> = {
  verify: {
    surveyAfter: 'authorisation',
    fields: ({ detail }) => [
      day('visitedOn', '入户日期'),
      people('visitors', '入户人员', detail.template.verifiers),
      line('signedBy', '签字人', 40, true),
      {
        ...{ kind: 'files', name: 'authorisation', label: '承诺授权书', most: 4, signature: true },
        required: true,
        hint: '由农户在屏幕上签名，或上传纸质授权书照片',
      },
      photos(9),
      detail.state.startsWith('clearing.')
        ? yesNo('confirmed', '核实结果', '风险已消除', '风险未消除')
        : yesNo('confirmed', '核实结果', '情况属实', '情况不属实'),
      needed('finding', '核实结论', 4, 3),
    ],
    initial: ({ detail, today, viewerName }) => ({
      visitedOn: today,
      visitors: [viewerName],
      signedBy: detail.headName,
    }),
  },
  'request-comparison': {
    about: '请所选部门核对家庭成员的财产、参保、工商登记等信息。所选的户随即列入各部门的协查单（部门数据—部门协查）。',
    fields: () => [
      {
        ...{ kind: 'choices', name: 'departments', label: '比对部门', choices: DEPARTMENT_CHOICES, most: 20 },
        required: true,
      },
      text('note', '说明'),
    ],
    initial: () => ({ departments: [] }),
  },
  'reply-comparison': {
    fields: ({ detail }) => [
      choice(
        'department',
        '回复部门',
        openDepartments(detail).map((value) => ({ value, label: departmentName(value) })),
        DEPARTMENTS,
      ),
      { kind: 'people', name: 'hits', label: '命中情形', hint: '没有命中的不填；每输入一项按回车' },
      text('note', '比对情况'),
    ],
    initial: ({ detail }) => ({ department: openDepartments(detail)[0], hits: [] }),
  },
  compare: {
    about: '有应排除的情形且农户不能说明的，不予纳入，由嘎查村告知农户。',
    fields: ({ detail }) => [
      yesNo('excluded', '比对结论', '有应排除的情形，不予纳入', '没有应排除的情形，继续办理'),
      needed('note', '比对情况', 2),
      ...(detail.replies.length > 0 ? [] : [needed('withoutReply', '未经部门回复的原因', 4, 1, 200)]),
    ],
  },
  review: {
    fields: () => [
      day('heldOn', '评议日期'),
      line('place', '地点', 60),
      line('chair', '主持人', 40, true),
      people('attendees', '参会人员'),
      count('votesFor', '同意票'),
      count('votesAgainst', '不同意票'),
      count('abstained', '弃权票'),
      yesNo('passed', '评议结果', '通过', '未通过'),
      needed('minutes', '会议记录', 10, 5, 4000),
      photos(9, '会议照片'),
    ],
    initial: ({ today }) => ({
      heldOn: today,
      place: '嘎查村委会',
      attendees: [],
    }),
  },
  publish: {
    about: '公示内容不得含有证件号码、联系电话、银行账号和健康状况。',
    fields: (filling) => [
      choice('level', '公示层级', missingLevels(filling.detail, filling.levels), NOTICE_LEVEL_NAMES),
      day('from', '公示开始日期'),
      needed('place', '公示地点', 2, 1, 100),
      { ...line('phone', '异议电话', 20, true), hint: '公布给群众反映情况的办公电话' },
      photos(4, '公示照片'),
    ],
    initial: (filling) => {
      const level = missingLevels(filling.detail, filling.levels)[0]?.value;
      return { level, from: filling.today, place: level === 'village' ? '村务公开栏' : '政务公开栏' };
    },
  },
  object: { fields: () => [line('by', '反映人', 40), needed('content', '异议内容', 4, 4)] },
  'settle-objection': {
    fields: ({ detail }) => [
      choice('objection', '异议', openObjections(detail), objectionNames(detail)),
      needed('result', '处理结果', 4, 3),
    ],
    initial: ({ detail }) => ({ objection: openObjections(detail)[0]?.value }),
  },
  'end-notice': {
    fields: ({ detail }) => [{ ...text('note', '公示情况'), hint: objectionsHint(detail) }, photos(4, '公示照片')],
  },
  'pass-township': {
    fields: () => [needed('opinion', '审核意见', 2), yesNo('spotChecked', '是否入户抽查', '已抽查', '未抽查')],
    initial: () => ({ opinion: '同意上报', spotChecked: false }),
  },
  approve: {
    fields: () => [
      { ...choice('category', '监测对象类别', choicesOf(CATEGORY_NAMES)), hint: '已按核实情况填入建议的类别' },
      DANGER_FIELD,
      RISK_FIELD,
      needed('opinion', '审定意见', 2),
      line('documentNumber', '批复文号', 60),
    ],
    initial: ({ detail }) => ({
      category: detail.suggestion?.category,
      danger: detail.danger ?? 'medium',
      risks: detail.risks,
      opinion: '同意纳入监测',
    }),
  },
  clear: {
    fields: () => [MODE_FIELD, needed('opinion', '审定意见', 2), line('documentNumber', '批复文号', 60)],
    initial: ({ detail }) => ({ mode: startedMode(detail), opinion: '同意标注风险消除' }),
  },
  announce: {
    fields: () => [day('on', '公告日期'), photos(4, '公告照片')],
    initial: ({ today }) => ({ on: today }),
  },
  record: {
    fields: () => [day('on', '录入日期'), text('note', '说明')],
    initial: ({ today }) => ({ on: today }),
  },
  return: {
    about: '退回后个案回到所选环节，在规定的补正期限内重新办理。',
    fields: ({ detail }) => [
      choice('to', '退回到', earlierSteps(detail), STEP_NAMES),
      needed('reason', '退回原因', 4, 3),
    ],
    initial: ({ detail }) => ({ to: earlierSteps(detail).at(-1)?.value }),
  },
  reject: {
    about: '不予通过后由嘎查村在规定期限内告知农户，农户可以申请复核。',
    fields: reasonOnly('不予通过的原因'),
  },
  'notify-rejection': {
    fields: () => [day('on', '告知日期'), needed('how', '告知方式', 2, 1, 100)],
    initial: ({ today }) => ({ on: today, how: '当面告知' }),
  },
  appeal: { fields: () => [needed('content', '复核理由', 4, 4)] },
  'decide-appeal': {
    fields: () => [yesNo('upheld', '复核结论', '理由成立，重新核实', '维持原结论'), needed('reason', '说明', 4, 3)],
  },
  withdraw: { about: '农户自愿撤回的，个案结束。', fields: reasonOnly('撤回原因') },
  'move-away': {
    about: '全户迁出的，个案在本地结束。',
    fields: () => [day('on', '迁出日期'), needed('to', '迁往何处', 2, 1, 100)],
    initial: ({ today }) => ({ on: today }),
  },
  pause: { about: '暂停期间不计入期限，恢复计时后才能继续办理。', fields: reasonOnly('暂停原因') },
  resume: { fields: () => [text('note', '说明')] },
  emergency: {
    about: '先帮扶、后补程序：各环节和材料一项不少。',
    fields: () => [needed('reason', '紧急情况', 4, 3), needed('help', '已采取的帮扶', 2, 2)],
  },
  plan: {
    fields: () => [
      RISK_FIELD,
      DANGER_FIELD,
      person('responsible', '帮扶责任人'),
      line('unit', '责任人单位', 60),
      text('goal', '帮扶目标', 3),
    ],
    initial: ({ detail }) => ({
      risks: detail.risks,
      danger: detail.danger ?? 'medium',
      responsible: detail.responsible || undefined,
    }),
  },
  'hand-over': {
    about: '只更换帮扶责任人，计划、措施和期限不变。',
    fields: () => [
      person('responsible', '新的帮扶责任人'),
      line('unit', '责任人单位', 60),
      needed('reason', '移交原因', 2),
    ],
  },
  'start-clearing': {
    fields: () => [MODE_FIELD, needed('reason', '消除理由', 4, 3)],
    initial: () => ({ mode: 'assisted' }),
  },
  'look-back': {
    fields: ({ detail }) => [
      day('on', '回头看日期'),
      people('visitors', '入户人员', detail.clearingTemplate.verifiers),
      yesNo('stable', '结果', '稳定，没有返贫致贫风险', '出现新的风险'),
      needed('finding', '回头看情况', 4, 3),
      photos(9),
    ],
    initial: ({ today, viewerName }) => ({ on: today, visitors: [viewerName] }),
  },
  reverse: { about: '风险回退后另立新的个案，重新核实。', fields: reasonOnly('回退原因') },
  recall: {
    about: '收回后个案回到办理之前，原来的记录保留并注明已收回。下一级已经办理的不能收回。',
    fields: ({ detail }) => [
      { ...choice('seq', '收回的办理', lastChoice(detail)), hint: '只能收回最后一项办理' },
      needed('reason', '收回原因', 4, 2),
    ],
    initial: ({ detail }) => ({ seq: detail.last?.seq }),
  },
};
