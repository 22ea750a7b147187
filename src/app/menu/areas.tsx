// The areas of work with their entries in order, and which of them each role is led to. An entry that no page stands at yet is
// not shown; what a role is not led to it still finds by the search box and under 全部页面.

import {
  AlertOutlined,
  ApartmentOutlined,
  BankOutlined,
  BarChartOutlined,
  BuildOutlined,
  CheckSquareOutlined,
  DatabaseOutlined,
  FileSearchOutlined,
  FlagOutlined,
  HomeOutlined,
  SettingOutlined,
  ShopOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Role } from '../../kernel/operation.ts';
import type { MenuTree, WorkArea } from '../../platform/web/frame/menu.ts';

/** Counties and above, and those who look after them. */
const ABOVE = ['county-officer', 'region-officer', 'auditor'] as const satisfies readonly Role[];
const TOWNSHIP = ['township-officer', ...ABOVE] as const satisfies readonly Role[];

export const AREAS: readonly WorkArea[] = [
  {
    title: '工作台',
    icon: <HomeOutlined />,
    roles: ['data-officer', 'administrator', 'security-administrator', ...TOWNSHIP],
    entries: ['待办', '督办', '消息', '我的帮扶户', '收藏', '我的导出与任务'],
  },
  {
    title: '监测帮扶',
    icon: <SolutionOutlined />,
    roles: TOWNSHIP,
    entries: ['线索', '预警', '监测对象', '公示公告', '措施与走访', '集中排查', '应急预案'],
  },
  {
    title: '农牧户',
    icon: <TeamOutlined />,
    roles: TOWNSHIP,
    entries: ['农牧户', '收入', '保障与保险', '数据清洗', '导入', '国家系统比对与回写'],
  },
  {
    title: '部门数据',
    icon: <DatabaseOutlined />,
    roles: ['data-officer', ...ABOVE],
    entries: ['数据批次', '待核对', '部门协查', '匹配率与核实率', '数据说明'],
  },
  {
    title: '资金项目',
    icon: <BankOutlined />,
    roles: TOWNSHIP,
    entries: ['衔接资金', '项目库', '项目实施', '项目资产'],
  },
  {
    title: '产业就业',
    icon: <ShopOutlined />,
    roles: TOWNSHIP,
    entries: ['产业与联农带农', '消费帮扶', '小额信贷', '稳岗就业', '易地搬迁'],
  },
  {
    title: '建设治理',
    icon: <BuildOutlined />,
    roles: TOWNSHIP,
    entries: ['厕所污水垃圾', '积分与信用', '示范村'],
  },
  {
    title: '帮扶力量',
    icon: <ApartmentOutlined />,
    roles: TOWNSHIP,
    entries: ['责任体系', '驻村工作队', '驻村考勤', '驻村任务', '驻村考核', '京蒙协作', '结对帮扶', '重点旗县'],
  },
  {
    title: '督查指标',
    icon: <BarChartOutlined />,
    roles: ABOVE,
    entries: ['概览', '进度通报', '问题整改', '实绩考核', '政策任务', '指标', '发布稿与报告', '联席会议'],
  },
  {
    title: '设置',
    icon: <SettingOutlined />,
    roles: ['administrator', 'security-administrator', ...ABOVE],
    entries: ['规则与参数', '流程模板', '措施库', '节假日', '用户', '消息推送', '区划变更', '安全策略', '操作日志'],
  },
];

/** A village has one flat list. */
export const FLAT: MenuTree['flat'] = {
  'village-worker': [
    { title: '今日', icon: <HomeOutlined />, entries: ['待办', '督办', '消息', '我的帮扶户', '收藏'] },
    { title: '农牧户', icon: <TeamOutlined />, entries: ['农牧户', '收入', '稳岗就业', '保障与保险', '数据清洗'] },
    { title: '线索预警', icon: <AlertOutlined />, entries: ['线索', '预警'] },
    { title: '监测对象', icon: <SolutionOutlined />, entries: ['监测对象', '公示公告', '措施与走访'] },
    { title: '排查', icon: <FileSearchOutlined />, entries: ['集中排查', '应急预案'] },
    { title: '建设治理', icon: <BuildOutlined />, entries: ['厕所污水垃圾', '积分与信用', '示范村', '项目库'] },
    { title: '驻村', icon: <FlagOutlined />, entries: ['驻村工作队', '驻村考勤'] },
    { title: '驻村任务', icon: <CheckSquareOutlined />, entries: ['驻村任务', '驻村考核'] },
  ],
};
