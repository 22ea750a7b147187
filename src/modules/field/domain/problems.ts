import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'field.unknown-operation': {
    kind: 'invalid',
    sentence: () => '这类记录不能离线办理，没有保存。请更新手机上的程序，或联网后在电脑上办理。',
  },
  'field.item-not-found': {
    kind: 'not-found',
    sentence: () => '没有这条未办成的外业记录，可能已经办成或放弃。请刷新后再看。',
  },
  'field.conflict': {
    kind: 'conflict',
    sentence: (d) => `“${d.what}”在您离线期间也被${d.by}改过，没有保存。请对照两边的内容，选定后再提交。`,
  },
  'field.account-not-found': {
    kind: 'not-found',
    sentence: () => '没有这个账号，或者它不在您的辖区内。请在账号列表中核对。',
  },
  'field.area-too-large': {
    kind: 'invalid',
    sentence: () => '辖区的户太多，手机装不下。请选择一个苏木乡镇或嘎查村后再下载。',
  },
  'field.setting-needs-area': {
    kind: 'forbidden',
    sentence: () => '外业设定由旗县、盟市或自治区作出。请先在上方选择旗县以上的地区。',
  },
  'field.setting-past': {
    kind: 'invalid',
    sentence: (d) => `生效日期 ${d.day} 早于今天。已经过去的日子不能改变，请填今天或以后的日期。`,
  },
  'field.waits-for': {
    kind: 'conflict',
    sentence: () => '前一条记录还没有办成，这条先等着。请先处理前一条。',
  },
});
