// What can be refused about village teams. A punch is refused only where nobody knows whose it is.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'teams.not-posted': {
    kind: 'conflict',
    sentence: (d) =>
      `${d.day} 没有找到“${d.name}”的驻村选派，不能登记。账号姓名须与干部名录一致；请让旗县在“驻村选派”里核对姓名、嘎查村和任职日期。`,
  },
  'teams.member-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这名驻村干部，可能不在您的区域内。请从“到岗情况”里重新打开。',
  },
  'teams.village-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这个嘎查村，可能不在您的区域内。请从“到岗情况”里重新打开。',
  },
  'teams.no-punch': {
    kind: 'not-found',
    sentence: (d) => `${d.day} 没有需要补写事由的打卡。请核对日期；没有打卡的，请登记“考勤补签”。`,
  },
  'teams.area-too-large': {
    kind: 'invalid',
    sentence: () => '这一范围的驻村干部太多，不能列在一张表上。请选择一个旗县或苏木乡镇。',
  },
  'teams.month-not-over': {
    kind: 'conflict',
    sentence: (d) => `${d.month} 还没有过完，不能确认考勤。请在月底以后再确认。`,
  },
  'teams.nothing-to-confirm': {
    kind: 'conflict',
    sentence: (d) => `${d.month} 没有待确认的驻村工作队，可能已经确认过。请刷新后再看。`,
  },
  'teams.ballot-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这次测评，可能不在您的区域内。请从“群众测评”台账里重新打开。',
  },
  'teams.ballot-not-open': {
    kind: 'conflict',
    sentence: () => '这次测评没有开始或已经截止，不能录入。请先在“群众测评”台账里办理“开始投票”。',
  },
  'teams.bad-slip': {
    kind: 'invalid',
    sentence: () => '没有这个票码。请对照票面重新输入；票码由八位字母和数字组成。',
  },
  'teams.slip-used': {
    kind: 'conflict',
    sentence: () => '这张票已经录入过，一张票只计一次。请录入下一张。',
  },
  'teams.not-of-team': {
    kind: 'invalid',
    sentence: () => '票上的干部不在这个嘎查村的驻村工作队里，或同一人填了两次。请刷新后再录入。',
  },
  'teams.nothing-to-grade': {
    kind: 'conflict',
    sentence: () => '没有可以拟定等次的驻村干部：四维得分不全，或等次已经审定。请先补齐测评、集体经济和任务记录。',
  },
  'teams.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '驻村要求由旗县、盟市或自治区设定。请先在上方选择旗县以上的地区。',
  },
  'teams.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变要求，请填今天或以后的日期。`,
  },
});
