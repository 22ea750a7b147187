// The text a joint-conference pack begins with. It speaks to colleagues, not to the public: how the quarter stands, without praise. The
// comparisons with the quarter before and the year before, what is late, rankings, circulars and assessments stand in its tables.

export const CONFERENCE_TEMPLATE = `
# {地区：全}{日期：季度}联席会议材料
{日期：截至}，{地区：名}巩固拓展脱贫攻坚成果、推进乡村振兴情况汇总如下，各数与上季度末、上年同期的比较见附表。

## 一是监测帮扶
{if}风险线索核查率{monitoring.identified}，{end}{if}确认风险纳入率{monitoring.taken_in}，{end}{if}帮扶措施落实率{monitoring.helped}，{end}{if}超过规模性返贫界线的旗县{monitoring.mass_relapse}。{end}
{if}纳入低保的脱贫人口和监测对象{household.dibao.persons}，{end}{if}在{insurance.counties}旗县开展防贫保，{end}{if}覆盖农牧民{insurance.persons}。{end}

## 二是衔接资金和项目
{if}{日期：年份}中央和自治区安排衔接资金{fund.arranged}，{end}{if}{fund.arranged.growth：增长}；{end}{if}已下达到旗县的各级衔接资金{fund.issued_to_county}，{end}{if}资金支出进度{fund.spent_rate}，{end}{if}用于产业的比重{fund.industry_share：不低于}。{end}
{if}实施{project.count}项目，{end}{if}开工率{project.start_rate}，{end}{if}其中产业项目{project.industry.count}。{end}{if}易地搬迁后续扶持资金{relocation.fund：计划}，{end}{if}项目{relocation.projects：计划}。{end}

## 三是增收和就业
{if}脱贫群众人均纯收入{income.per_capita}，{end}{if}{income.per_capita.growth：增长}。{end}{if}稳岗就业{employment.persons}，{end}{if}{employment.growth：增长}，{end}{if}{employment.target_date：预计|employment.target_rate|employment.persons}。{end}
{if}帮扶车间{industry.workshops}，{end}{if}扶持{industry.leading_enterprises}龙头企业。{end}

## 四是重点旗县和社会帮扶
{if}重点帮扶旗县{keycounty.count}，{end}{if}已下达中央和自治区衔接资金{fund.keycounty}，{end}{if}占{fund.keycounty_share}。{end}{if}选派{specialists}科技特派员。{end}
{if}北京市协作资金到账{jingmeng.fund}，{end}{if}到位率{jingmeng.fund.paid_rate}；{end}{if}{jingmeng.enterprises}北京企业新增投资{jingmeng.investment}，{end}{if}共建{jingmeng.parks}产业园区。{end}{if}{wanqi.enterprises}民营企业结对{wanqi.villages}嘎查村。{end}

## 五是乡村建设和工作队伍
{if}驻村第一书记和工作队员{team.members}在岗。{end}{if}{garbage.villages}嘎查村建立生活垃圾收运处置体系，{end}{if}新增垃圾收运处置体系的嘎查村{garbage.villages.plan：计划}，{end}{if}生活污水治理的嘎查村{sewage.villages.plan：计划}。{end}

## 六是年度安排
{if}集中监测和集中摸排{sweep.rounds：计划}，{end}{if}厅际联席会议{sharing.meetings：计划}。{end}
`.trim();
