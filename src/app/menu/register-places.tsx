// Where each register stands in the menu. Titles and operations repeat the definitions, which are loaded with the pages of
// registers and not with the frame; a test holds the two together.

import type { MenuPage } from '../../platform/web/frame/menu.ts';

/** `words`: what else people call it, old names among them. */
type Line = readonly [code: string, title: string, operation: string, words?: readonly string[]];

function at(area: string, entry: string, registers: readonly Line[]): MenuPage[] {
  return registers.map(([code, title, operation, words]) => ({
    ...{ path: `/registers/${code}`, title, area, entry, operation },
    ...(words ? { words } : {}),
  }));
}

export const REGISTER_PLACES: readonly MenuPage[] = [
  at('监测帮扶', '线索', [['clue-records', '风险线索台账', 'clues.list-clue-record', ['上报线索']]]),
  at('监测帮扶', '措施与走访', [['help-measures', '帮扶措施台账', 'help.list-help-measure', ['帮扶措施', '怎么帮']]]),
  at('监测帮扶', '公示公告', [['notices', '公告公示台账', 'notices.list-notice', ['公示']]]),
  at('监测帮扶', '集中排查', [
    ['sweeps', '轮次台账', 'sweeps.list-sweep', ['监测轮次', '季度排查', '下发轮次']],
    ['sweep-rules', '重点人群规则', 'sweeps.list-sweep-rule', ['十类人群', '十类重点人群']],
    ['sweep-listings', '轮次名单', 'sweeps.list-sweep-listing', ['导入名单']],
  ]),
  at('监测帮扶', '应急预案', [
    ['contingency-plans', '应急预案', 'contingency.list-contingency-plan', ['灾情', '雪灾', '旱灾', '草原火灾']],
    ['contingency-triggers', '预案启动条件', 'contingency.list-contingency-trigger', ['触发']],
    ['contingency-lists', '预案重点人群', 'contingency.list-contingency-list'],
    ['contingency-drills', '应急演练', 'contingency.list-contingency-drill', ['演练']],
    ['contingency-activations', '应急响应', 'contingency.list-contingency-activation', ['启动预案']],
  ]),
  at('农牧户', '农牧户', [
    ['household-statuses', '户身份变动', 'households.list-household-status', ['脱贫户', '监测户', '消除风险']],
  ]),
  at('农牧户', '收入', [
    ['household-incomes', '家庭收支', 'households.list-household-income', ['人均纯收入', '收入测算']],
  ]),
  at('农牧户', '保障与保险', [
    ['insurance-policies', '防贫保保单', 'insurance.list-insurance-policy', ['保险', '参保']],
    ['insurance-claims', '防贫保理赔', 'insurance.list-insurance-claim', ['赔款']],
  ]),
  at('资金项目', '衔接资金', [
    ['fund-arrangements', '资金安排', 'funds.list-fund-arrangement'],
    ['fund-issuances', '资金下达', 'funds.list-fund-issuance', ['下达指标']],
    ['fund-allocations', '资金分配到项目', 'funds.list-fund-allocation'],
    ['fund-payments', '资金支付', 'funds.list-fund-payment', ['报账', '拨付']],
    ['fund-carryovers', '资金结转结余', 'funds.list-fund-carryover'],
  ]),
  at('资金项目', '项目库', [
    ['project-proposals', '项目申报', 'projects.list-project-proposal', ['申报项目', '立项', '入库']],
    ['projects', '项目', 'projects.list-project', ['工程', '草场改良', '基础设施']],
  ]),
  at('资金项目', '项目实施', [
    ['project-beneficiaries', '项目受益户', 'projects.list-project-beneficiary'],
    ['project-progress', '项目进度月报', 'projects.list-project-progress'],
    ['fund-performance', '资金绩效', 'funds.list-fund-performance'],
  ]),
  at('资金项目', '项目资产', [
    ['assets', '帮扶项目资产', 'assets.list-asset', ['扶贫资产']],
    ['asset-rights', '资产权属', 'assets.list-asset-right'],
    ['asset-contracts', '资产经营合同', 'assets.list-asset-contract', ['租赁', '承包']],
    ['asset-incomes', '资产收益', 'assets.list-asset-income'],
    ['asset-distributions', '资产收益分配', 'assets.list-asset-distribution', ['分红']],
    ['asset-checks', '资产巡查', 'assets.list-asset-check', ['管护']],
  ]),
  at('产业就业', '产业与联农带农', [
    ['recognitions', '经营主体称号', 'industry.list-recognition'],
    ['industry-zones', '产业带和产业集群', 'industry.list-industry-zone'],
    ['zone-members', '产业带和集群的旗县', 'industry.list-zone-member'],
    ['consortia', '产业化示范联合体', 'industry.list-consortium', ['产业化联合体']],
    ['consortium-members', '联合体成员', 'industry.list-consortium-member'],
    ['linkage-contracts', '利益联结协议', 'industry.list-linkage-contract', ['带动', '订单']],
    ['linkage-checks', '利益联结兑现核查', 'linkage.list-linkage-check'],
    ['linkage-proposals', '联结建议', 'linkage.list-linkage-proposal'],
    ['courtyards', '庭院经济', 'industry.list-courtyard', ['庭院', '奖补']],
    ['workshops', '帮扶车间', 'industry.list-workshop', ['扶贫车间', '就业车间']],
    ['workshop-months', '帮扶车间月报', 'industry.list-workshop-month', ['扶贫车间']],
  ]),
  at('产业就业', '消费帮扶', [
    ['assisted-products', '帮扶产品目录', 'industry.list-assisted-product'],
    ['product-sales', '产品销售月报', 'industry.list-product-sale'],
    ['consumption-records', '消费帮扶', 'industry.list-consumption-record', ['消费扶贫', '832']],
  ]),
  at('产业就业', '小额信贷', [
    ['loan-applications', '小额信贷申请', 'industry.list-loan-application', ['贷款申请', '评级授信', '申请贷款']],
    ['micro-loans', '小额信贷', 'industry.list-micro-loan', ['贷款', '还款', '逾期', '富民贷']],
  ]),
  at('产业就业', '稳岗就业', [
    ['employment-spells', '务工就业', 'employment.list-employment-spell', ['打工', '外出务工']],
    ['employment-confirmations', '务工月确认', 'employment.list-employment-confirmation'],
    ['work-wishes', '务工意愿', 'employment.list-work-wish', ['找工作', '就业意愿', '求职']],
    ['public-posts', '公益性岗位', 'employment.list-public-post', ['护林员', '保洁员', '护草员', '公岗']],
    ['post-holders', '公益性岗位人员', 'employment.list-post-holder', ['在岗人员', '岗位考核']],
    ['trainings', '培训和雨露计划', 'employment.list-training', ['技能培训', '雨露计划']],
    ['household-payouts', '到户到人发放', 'employment.list-household-payout', ['一卡通', '补贴', '产业奖补']],
  ]),
  at('产业就业', '易地搬迁', [
    ['relocation-sites', '易地搬迁安置点', 'projects.list-relocation-site', ['搬迁小区']],
    ['site-risks', '安置区风险', 'relocation.list-site-risk', ['小区空置', '物业费']],
    ['heating-checks', '安置点供暖检查', 'relocation.list-heating-check', ['供暖', '暖气']],
    ['relocation-households', '易地搬迁户', 'projects.list-relocation-household', ['搬迁户', '易地扶贫搬迁']],
  ]),
  at('建设治理', '厕所污水垃圾', [
    ['toilets', '户厕', 'construction.list-toilet', ['改厕', '厕所']],
    ['toilet-issues', '问题厕所', 'construction.list-toilet-issue', ['厕所坏了', '改厕']],
    ['toilet-looks', '户厕回头看', 'construction.list-toilet-look', ['回头看']],
    ['village-works', '嘎查村环境设施', 'construction.list-village-work', ['垃圾', '污水']],
    ['village-work-checks', '环境设施巡查', 'construction.list-village-work-check'],
    ['livestock-separations', '人畜分离户', 'construction.list-livestock-separation', ['人畜混居']],
  ]),
  at('建设治理', '积分与信用', [
    ['point-rule-templates', '积分细则模板', 'governance.list-point-rule-template'],
    ['point-schemes', '积分办法', 'governance.list-point-scheme'],
    ['point-rules', '积分细则', 'governance.list-point-rule'],
    ['point-entries', '积分记录', 'governance.list-point-entry', ['积分超市']],
    ['shop-goods', '积分超市物品', 'governance.list-shop-good', ['爱心超市']],
    ['shop-supplies', '积分超市进货', 'governance.list-shop-supply', ['库存']],
    ['point-exchanges', '积分兑换登记', 'governance.list-point-exchange', ['兑换']],
    ['star-ratings', '星级户评定', 'governance.list-star-rating', ['十星级文明户']],
    ['credit-ratings', '信用户评定', 'governance.list-credit-rating', ['信用村', '授信']],
    ['custom-events', '红白事报备', 'governance.list-custom-event', ['婚丧', '移风易俗', '彩礼']],
    ['village-statutes', '村规民约', 'governance.list-village-statute', ['红白理事会']],
  ]),
  at('建设治理', '示范村', [
    ['governance-pilots', '乡村治理试点', 'governance.list-governance-pilot'],
    ['collective-economy', '嘎查村集体经济', 'governance.list-collective-economy', ['村集体收入']],
  ]),
  at('帮扶力量', '责任体系', [
    ['duty-terms', '责任岗位任职', 'policies.list-duty-term', ['谁负责', '包保责任人']],
    ['leading-groups', '领导小组成员', 'policies.list-leading-group-member', ['领导小组']],
    ['duty-actions', '履责记录', 'policies.list-duty-action', ['遍访', '述职']],
    ['cadres', '干部名录', 'organisations.list-cadre', ['包联干部', '帮扶干部', '帮扶责任人']],
    ['organisations', '单位和经营主体', 'organisations.list-organisation', ['合作社', '企业', '龙头企业', '联系电话']],
  ]),
  at('帮扶力量', '驻村工作队', [
    ['team-postings', '驻村选派', 'teams.list-team-posting', ['第一书记', '驻村干部', '工作队']],
    ['team-camps', '驻村营地', 'teams.list-team-camp', ['冬营地', '夏营地', '办公住宿点']],
    ['team-handovers', '驻村交接', 'teams.list-team-handover', ['轮换交接']],
  ]),
  at('帮扶力量', '驻村考勤', [
    ['team-leaves', '驻村请假', 'teams.list-team-leave', ['请假', '销假', '公出']],
    ['team-fixes', '考勤补签', 'teams.list-team-fix', ['补签', '忘打卡']],
    ['team-months', '考勤月报确认', 'teams.list-team-month'],
  ]),
  at('帮扶力量', '驻村任务', [
    ['team-diaries', '驻村日志', 'teams.list-team-diary', ['工作日志', '民情日记']],
    ['team-task-records', '驻村任务完成', 'teams.list-team-task-record', ['35 项任务']],
    ['team-task-rules', '任务佐证规则', 'teams.list-team-task-rule'],
    ['team-trainings', '驻村培训', 'teams.list-team-training', ['轮训']],
  ]),
  at('帮扶力量', '驻村考核', [
    ['team-ballots', '群众测评', 'teams.list-team-ballot', ['满意度测评', '投票']],
    ['team-grades', '驻村考核', 'teams.list-team-grade', ['考核等次']],
    ['team-cautions', '约谈警示召回', 'teams.list-team-caution', ['召回']],
    ['team-care', '关爱保障', 'teams.list-team-care-item', ['意外保险', '体检']],
    ['team-honours', '驻村表彰', 'teams.list-team-honour', ['表彰']],
  ]),
  at('帮扶力量', '京蒙协作', [
    ['cooperation-agreements', '京蒙协作协议任务', 'pairing.list-cooperation-agreement', ['协作协议', '协议任务']],
    ['cooperation-reports', '京蒙协作进展报送', 'pairing.list-cooperation-report', ['季度进展', '年度自评']],
    ['cooperation-funds', '京蒙协作资金', 'pairing.list-cooperation-fund', ['北京', '对口支援']],
    ['cooperation-enterprises', '京蒙引进企业', 'pairing.list-cooperation-enterprise'],
    ['cooperation-investments', '京蒙企业新增投资', 'pairing.list-cooperation-investment'],
    ['parks', '共建产业园区', 'pairing.list-park'],
    ['institution-pairs', '京蒙结对学校医院', 'pairing.list-institution-pair'],
    ['talents', '干部人才交流', 'pairing.list-talent', ['挂职']],
    ['demo-villages', '京蒙百村示范', 'pairing.list-demo-village'],
  ]),
  at('帮扶力量', '结对帮扶', [
    ['pairings', '结对帮扶', 'pairing.list-pairing', ['对口帮扶', '包联', '结对单位']],
    ['pairing-plans', '结对年度计划', 'pairing.list-pairing-plan'],
    ['support-records', '帮扶记录', 'pairing.list-support-record'],
    ['pairing-reports', '结对帮扶报告', 'pairing.list-pairing-report', ['半年报告']],
  ]),
  at('帮扶力量', '重点旗县', [
    ['county-designations', '旗县称号', 'regions.list-county-designation'],
    ['key-county-plans', '重点旗县实施方案', 'keycounties.list-key-county-plan', ['实施方案']],
    ['key-county-reports', '实施方案进展', 'keycounties.list-key-county-report'],
    ['key-county-favours', '倾斜政策落实', 'keycounties.list-key-county-favour', ['倾斜政策']],
    ['specialist-postings', '科技特派员', 'pairing.list-specialist-posting'],
    ['specialist-teams', '科技特派团', 'keycounties.list-specialist-team', ['特派团']],
    ['specialist-services', '科技特派员服务日志', 'keycounties.list-specialist-service', ['服务日志']],
  ]),
  at('督查指标', '发布稿与报告', [
    ['statements', '发布稿台账', 'statements.list-statement', ['发布稿', '新闻发布会', '讲话稿']],
  ]),
  at('督查指标', '进度通报', [['circulars', '通报台账', 'circulars.list-circular', ['通报', '排名']]]),
  at('督查指标', '问题整改', [
    ['problems', '问题整改', 'rectification.list-problem', ['整改台账', '巡视', '审计发现', '三清单']],
    ['problem-claims', '问题认领', 'rectification.list-problem-claim'],
    ['fix-measures', '整改措施', 'rectification.list-fix-measure', ['整改佐证']],
    ['fix-checks', '逐级验收', 'rectification.list-fix-check', ['销号验收']],
    ['spread-checks', '举一反三排查', 'rectification.list-spread-check', ['举一反三']],
    ['rules-made', '建章立制', 'rectification.list-rule-made', ['制度']],
    ['cards', '红黄牌', 'rectification.list-card', ['黄牌', '红牌', '约谈']],
  ]),
  at('督查指标', '实绩考核', [
    ['assessment-schemes', '考核方案', 'appraisals.list-assessment-scheme', ['考核办法', '考核细则']],
    ['assessment-indicators', '考核指标', 'appraisals.list-assessment-indicator', ['指标体系', '权重', '评分标准']],
    ['assessment-groups', '考核分组', 'appraisals.list-assessment-group'],
    ['assessment-marks', '考核人工评分', 'appraisals.list-assessment-mark', ['打分', '评议']],
    ['field-surveys', '考核实地调查', 'appraisals.list-field-survey', ['入户问卷', '满意度']],
    ['assessment-adjustments', '考核加减分和否决', 'appraisals.list-assessment-adjustment', ['一票否决', '扣分']],
    ['assessment-objections', '考核异议', 'appraisals.list-assessment-objection', ['申诉', '复核']],
    ['assessment-results', '考核评估结果', 'assessment.list-assessment-result', ['考核结果', '后评估']],
    ['assessment-uses', '考核结果运用', 'appraisals.list-assessment-use', ['结果运用', '挂牌督办', '考核奖励']],
  ]),
  at('督查指标', '政策任务', [
    ['policies', '政策文件', 'policies.list-policy', ['文件', '政策依据']],
    ['policy-clauses', '政策条款', 'policies.list-policy-clause'],
    ['policy-clause-rules', '条款适用规则', 'entitlements.list-policy-clause-rule', ['适用对象']],
    ['policy-benefits', '政策享受', 'entitlements.list-policy-benefit', ['享受政策']],
    ['policy-tasks', '政策任务分工', 'policies.list-policy-task', ['分工']],
    ['policy-task-reports', '政策任务报告', 'policies.list-policy-task-report', ['任务进展']],
    ['schedule-items', '年度工作安排', 'agenda.list-schedule-item'],
    ['list-items', '清单条目', 'agenda.list-list-item'],
  ]),
  at('督查指标', '指标', [
    ['targets', '目标任务', 'agenda.list-target'],
    ['published-figures', '已发布数', 'figures.list-published-figure', ['发布会']],
    ['external-tables', '外部数据表', 'figures.list-external-table'],
  ]),
].flat();
