// How the audit trail is read on screen: operations by the summary of the contract, and what is recorded beside them.

import { listOperations } from '../kernel/list-operations.ts';
import { operationName } from '../kernel/register/register-contract.ts';
import type { AuditTitles } from '../platform/server/http/context.ts';
import { contract } from './contract.ts';
import { OLD_OPERATIONS } from './old-names.ts';
import { catalogue } from './registers.ts';

const BESIDE_OPERATIONS = {
  'regions.load': '装载行政区划',
  'shouwang.demo': '装载演示数据',
  'shouwang.export': '命令行导出',
  'accounts.template': '下载账号导入模板',
  'accounts.download-refused': '下载账号未收录行',
  'registry-import.import': '导入户和人',
  'households.export': '导出农牧户列表',
  'registry-import.download-refused': '下载导入未收录行',
  'feeds.load': '装载部门数据',
  'warnings.screen': '筛查',
  'warnings.rescreen': '按新数据更新预警',
  'warnings.export': '导出预警列表',
  'papers.document': '取出监测文书',
  'papers.print-notices': '批量打印公示',
  'papers.print-approvals': '打印审定名单',
  'parameters.import': '导入预警参数',
  'cases.recompute': '按新的节假日重算期限',
  'bulletin.export': '导出进度通报',
  'notices.paper': '取出公告公示',
  'circulars.paper': '取出通报',
  'appraisals.paper': '取出考核表册',
  'assets.export-form': '导出资产表册',
  'construction.form': '导出乡村建设表册',
  'money.export-flow': '导出资金进度表',
  'money.export-form': '导出项目报表',
  'figures.export': '导出公布数',
  'figures.export-rows': '导出公布数明细',
  'national.export': '导出国家系统回写清单',
  'caseload.export': '导出监测对象列表',
  'clues.export': '导出线索列表',
  'national.end-export-comparison': '完成与国家系统导出比对',
  'national.download-export-refused': '下载未能比对的行',
  'help.export-gaps': '导出措施缺口列表',
  'help.export-visits-due': '导出走访提醒列表',
  'cases.file': '查看个案照片',
  'warnings.photo': '查看预警核实照片',
  'declare.clue-file': '查看申报照片',
  'declare.photo': '上传申报照片',
  'uploads.receive': '上传文件',
  'inquiries.download': '下载协查名单',
  'inquiries.download-refused': '下载协查回复中未采用的行',
  'feeds.undo': '撤销批次的数据',
  'feeds.download-quarantine': '下载批次隔离行',
  'feeds.download-matches': '下载批次匹配结果',
  'feeds.download-trial-file': '下载试用文件',
  'registers.import': '导入台账',
  'registers.export': '命令行导出台账',
  'registers.download-refused': '下载台账未收录行',
  'registers.photo': '查看台账照片',
};

const SUBJECTS = {
  region: '区划',
  account: '账号',
  audit: '操作日志',
  'saved-list': '收藏的筛选',
  household: '户',
  person: '人',
  list: '列表',
  'data-issue': '疑点',
  'import-batch': '导入批次',
  batch: '数据批次',
  inquiry: '部门协查单',
  'stray-row': '待核对行',
  screening: '筛查',
  warning: '预警',
  rule: '规则',
  parameter: '参数',
  parameters: '参数',
  clue: '线索',
  case: '监测个案',
  measure: '帮扶措施',
  'measure-library': '帮扶措施库',
  visit: '走访',
  'process-template': '流程模板',
  calendar: '节假日',
  'national-change': '国家系统回写条目',
  file: '文件',
  comparison: '国家系统导出比对',
  demo: '演示数据',
  export: '导出',
  'register-set': '台账导入批次',
  'message-door': '消息外发接口',
  'money-concern': '资金提醒',
  'notice-setting': '公示天数设定',
  'asset-setting': '资产管理期限设定',
  'construction-setting': '乡村建设期限设定',
  'income-setting': '收入核对设定',
  'income-closing': '收入采集关账',
  'money-setting': '资金监管设定',
};

const NOW = new Map([
  ...Object.entries(BESIDE_OPERATIONS),
  ...catalogue.registers.flatMap((register): [string, string][] => [
    [operationName(register, 'export'), `导出${register.title}`],
    [operationName(register, 'template'), `下载${register.title}模板`],
  ]),
  ...listOperations(contract).map(({ meta, summary }): [string, string] => [meta.name, summary]),
]);

/** Entries recorded under an old name are read, and found, by the title of today. */
const OLD = [...OLD_OPERATIONS].map(([old, now]): [string, string] => [old, NOW.get(now) ?? now]);

export const AUDIT_TITLES: AuditTitles = {
  operations: new Map([...NOW, ...OLD]),
  subjects: new Map([
    ...Object.entries(SUBJECTS),
    ...catalogue.registers.map(({ record, title }): [string, string] => [record, title]),
  ]),
};
