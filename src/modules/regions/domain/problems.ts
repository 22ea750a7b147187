import { defineProblems } from '../../../kernel/problem.ts';

const UNCHANGED = '没有作任何变更';

defineProblems({
  'regions.not-found': {
    kind: 'not-found',
    sentence: (d) => `区划代码 ${d.code} 不在区划表中。请从列表或地图中选择区域。`,
  },
  'regions.bad-file': {
    kind: 'invalid',
    sentence: (d) => `区划文件 ${d.file} 第 ${d.line} 行不符合格式“${d.header}”。请改正后重新导入。`,
  },
  'regions.bad-change': {
    kind: 'invalid',
    sentence: (d) =>
      `区划变更文件 ${d.file} 第 ${d.line} 行的“${d.column}”无法识别，${UNCHANGED}。代码为 12 位，类型为撤并、分设、更名或代码变更，日期如 2022-05-31。`,
  },
  'regions.no-parent': {
    kind: 'invalid',
    sentence: (d) => `上级区划代码 ${d.code} 不在区划表中或已撤销，${UNCHANGED}。请先导入上级区划。`,
  },
  'regions.change-level': {
    kind: 'invalid',
    sentence: (d) => `${d.name}不是嘎查村或苏木乡镇，${UNCHANGED}。旗县以上区划的变更请更换区划文件。`,
  },
  'regions.change-ended': {
    kind: 'conflict',
    sentence: (d) => `${d.name}已撤销，现行代码是 ${d.code}，${UNCHANGED}。请对现行代码作变更。`,
  },
  'regions.change-into-ended': {
    kind: 'conflict',
    sentence: (d) => `${d.name}已撤销，不能转入，${UNCHANGED}。请改用现行代码。`,
  },
  'regions.change-in-future': {
    kind: 'invalid',
    sentence: (d) => `${d.name}的变更 ${d.date} 才生效，${UNCHANGED}。请在生效当日或之后办理。`,
  },
  'regions.rename-keeps-code': {
    kind: 'invalid',
    sentence: (d) => `${d.name}更名时原代码与新代码应当相同，${UNCHANGED}。代码也变的请选“代码变更”。`,
  },
  'regions.change-needs-name': {
    kind: 'invalid',
    sentence: (d) => `没有写明${d.name}变更后的新名称，${UNCHANGED}。请填写新名称。`,
  },
  'regions.change-same-code': {
    kind: 'invalid',
    sentence: (d) => `${d.name}的新代码与原代码相同，${UNCHANGED}。只改名称的请选“更名”。`,
  },
  'regions.change-other-county': {
    kind: 'invalid',
    sentence: (d) => `${d.name}的新代码属于另一个旗县，${UNCHANGED}。跨旗县的调整请逐户办理迁出和迁入。`,
  },
  'regions.change-other-level': {
    kind: 'invalid',
    sentence: (d) => `${d.name}与 ${d.other} 不是同一级区划，${UNCHANGED}。请核对代码。`,
  },
  'regions.villages-left': {
    kind: 'conflict',
    sentence: (d) => `${d.name}撤销后还有 ${d.villages} 个嘎查村没有新代码，${UNCHANGED}。请同时给出这些嘎查村的变更。`,
  },
});
