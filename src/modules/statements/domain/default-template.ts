// The statement a draft begins with: seven parts, next steps, answers (figure-definitions §8.1). Every number is a token.

const MAIN = `
# 巩固拓展脱贫攻坚成果、全面推进乡村振兴情况
{日期：发布}，{地区：名}
{地区：全}把防止返贫作为底线任务，衔接工作平稳推进。{if}{日期：去年}省级考核综合评价{assessment.grade.last_year：再次|assessment.grade.two_years_ago}，{end}{if}此前的等次分别为{assessment.grade.three_years_ago}、{assessment.grade.two_years_ago}，{end}{if}{assessment.good_years：连续}评价为“好”。{end}主要情况如下。

## 一是脱贫攻坚成果基础{标题：更加牢固|继续巩固}
监测帮扶方面，{if}{monitoring.identified：断言|应识尽识|风险线索核查率}，{end}{if}{monitoring.taken_in：断言|应纳尽纳|确认风险纳入率}，{end}{if}{monitoring.helped：断言|应帮尽帮|措施落实率}，{end}{if}{monitoring.mass_relapse：断言|没有发生规模性返贫|超过规模性返贫界线的旗县}。{end}
{if}{日期：今年}中央和自治区安排衔接资金{fund.arranged}（{if}中央{fund.arranged.central}，{end}{if}自治区{fund.arranged.region}{end}），{if}{fund.arranged.growth：增长}。{end}{end}{if}已下达到旗县的各级衔接资金{fund.issued_to_county}，{end}{if}实施{project.count}项目，{end}{if}开工率{project.start_rate：达}，{end}{if}资金支出进度{fund.spent_rate}。{end}
{if}往年扶贫项目形成资产{asset.value}，{end}{if}按性质分{asset.ledgers}账管理。{end}{if}纳入低保的脱贫人口和监测对象{household.dibao.persons}，{end}{if}在{insurance.counties}旗县开展防贫保，{end}{if}覆盖农牧民{insurance.persons}。{end}

## 二是脱贫群众增收效果{标题：更加明显|总体稳定}
{if}{日期：去年底}，{地区：全}脱贫群众人均纯收入{income.per_capita：达到}，{if}{income.per_capita.growth：增长}，{end}{if}在全国{income.rank.of}有脱贫人口的省区市中居{income.rank：位次|income.rank.of}。{end}{end}
产业方面，{if}脱贫旗县纳入{industry.belts}优势特色产业带、{end}{if}{industry.clusters}产业集群，{end}{if}向脱贫旗县安排农牧业发展专项资金{fund.special：不低于}，{end}{if}衔接资金用于产业的比重{fund.industry_share：不低于}。{end}{if}扶持{industry.leading_enterprises}龙头企业、{end}{if}{industry.workshops}帮扶车间。{end}{if}{日期：去年}项目覆盖脱贫人口和监测对象{project.covered_person_times}，{end}{if}有劳动能力的脱贫户产业项目{industry.able_household_coverage：全部|覆盖|全覆盖}。{end}{if}{日期：今年}实施{project.industry.count}产业项目。{end}
就业方面，{if}印发{employment.measures}稳岗就业措施，{end}{if}{日期：截至}稳岗就业{employment.persons：达到}，{end}{if}{employment.growth：增长}，{end}{if}{employment.target_date：预计|employment.target_rate|employment.persons}。{end}

## 三是重点地区帮扶{标题：更加有力|持续推进}
{if}倾斜支持{keycounty.national}国家重点帮扶旗县、{end}{if}{keycounty.region}自治区重点帮扶旗县，{end}{if}落实{policy.keycounty}倾斜政策，{end}{if}已下达中央和自治区衔接资金{fund.keycounty}，{end}{if}占{fund.keycounty_share}。{end}{if}{pairing.soe}国有企业包联{pairing.soe.counties}重点旗县，{end}{if}选派{specialists}科技特派员。{end}
{if}易地搬迁后续扶持资金{relocation.fund：计划}，{end}{if}项目{relocation.projects：计划}。{end}

## 四是社会力量帮扶成效{标题：更加凸显|稳步推进}
{if}北京市{日期：今年}计划投入协作资金{jingmeng.fund.planned}，{end}{if}到账{jingmeng.fund}，{end}{if}资金{jingmeng.fund.paid_rate：全部|到位}。{end}{if}{jingmeng.enterprises}北京企业新增投资（{if}其中新引进{jingmeng.enterprises.new：非零}{end}），{end}{if}投资额{jingmeng.investment}，{end}{if}共建{jingmeng.parks}产业园区（{if}其中新增{jingmeng.parks.new：非零}{end}），{end}{if}援建{jingmeng.workshops}帮扶车间，{end}{if}{jingmeng.workshops.running_rate：全部|开工运行}。{end}
{if}{central_units}中央单位对接{central_units.counties}脱贫旗县。{end}{if}“万企兴万村”中，{wanqi.enterprises}民营企业结对{wanqi.villages}嘎查村，{end}{if}其中{wanqi.keycounty_enterprises}实力较强的结对{wanqi.keycounties}国家重点帮扶旗县。{end}

## 五是政策措施衔接{标题：更加紧密|有序推进}
{if}出台1+N政策文件{policy.supporting}，{end}{if}其中主文件{policy.main}。{end}

## 六是工作体系{标题：更加健全|不断完善}
{地区：下级}党委、政府压实五级书记责任。{if}选派{team.members}驻村第一书记和工作队员。{end}

## 七是乡村振兴{标题：更加扎实|有序推进}
{if}{日期：去年}整改{toilet.rectified}问题户厕，{end}{if}新建改造{toilet.built}户厕。{end}{if}{garbage.villages}嘎查村建立生活垃圾收运处置体系。{end}{if}{governance.pilot_counties}旗县、{end}{if}{governance.pilot_villages}村镇开展乡村治理示范。{end}

## 今后打算
{if}{日期：今年}开展集中监测和集中摸排{sweep.rounds}。{end}{if}生活污水治理的嘎查村{sewage.villages.plan：计划}，{end}{if}新增垃圾收运处置体系的嘎查村{garbage.villages.plan：计划}。{end}
`;

const ANSWERS = `
## 问：怎样守住不发生规模性返贫的底线
{if}按{sweep.key_groups}重点人群开展集中监测，{end}{if}四季度从{sweep.q4_lists}方面调度，{end}{if}{日期：今年}厅际联席会议{sharing.meetings：计划}。{end}

## 问：产业帮扶怎样持续
{if}过渡期内每年安排农牧业专项资金{fund.special.commitment}，{end}{if}衔接资金用于产业的比重不低于{fund.industry_share.floor}，{end}{if}比上年提高{fund.industry_share.rise}。{end}{if}重点帮扶旗县{keycounty.count}优先支持。{end}{if}{日期：去年}帮扶产品销售{sales.last_year}。{end}

## 问：稳岗就业完成得怎样
{if}{日期：截至}务工就业{employment.persons}，{end}{if}完成国家任务的{employment.target_rate}。{end}

## 问：京蒙协作做了什么
{if}{日期：去年}引进{jingmeng.last_year.enterprises}北京企业，{end}{if}共建{jingmeng.last_year.parks}园区，{end}{if}实施{jingmeng.last_year.projects}项目，{end}{if}消费帮扶{jingmeng.last_year.consumption：突破|100}，{end}{if}转移劳动力{jingmeng.last_year.labour}，{end}{if}其中脱贫人口{jingmeng.last_year.labour.lifted}。{end}{if}{jingmeng.last_year.schools}学校、{end}{if}{jingmeng.last_year.hospitals}医院结对。{end}{if}协作示范村{jingmeng.demo_villages}，{end}{if}就业帮扶分{jingmeng.job_ways}推进。{end}

## 问：驻村和包联有什么安排
{if}驻村重点任务{team.key_tasks}，{end}{if}细化为{team.task_aspects}方面、{end}{if}任务{team.tasks}。{end}{if}{leader.count}省级领导联系{leader.counties}旗县，{end}{if}其中{leader.counties.national}国家级脱贫旗县、{end}{if}{leader.counties.region}自治区级脱贫旗县。{end}{if}{village_pairing.units}单位派出{village_pairing.cadres}干部，{end}{if}包联{village_pairing.villages}嘎查村，{end}{if}分布在{village_pairing.counties}旗县、{end}{if}{village_pairing.townships}苏木乡镇。{end}{if}每个重点旗县的结对民营企业{wanqi.per_keycounty.min：不低于}。{end}
`;

/** Answers are parts of their own, which a speaker may take or leave. */
export const DEFAULT_TEMPLATE = `${MAIN.trim()}\n\n${ANSWERS.trim()}\n`;

export const ANSWER_MARK = '问：';
