// What was said at the press conference of 8 June 2022, figure by figure: value, unit, how it is compared, digits. Loaded to be compared with,
// and never counted.

import { openSheet, type Sheet } from './sheet.ts';

const SAID = `
assessment.grade.three_years_ago|好|等次|=|
assessment.grade.two_years_ago|好|等次|=|
assessment.grade.last_year|好|等次|=|
assessment.good_years|3|年|=|0
monitoring.identified|尽|断言|=|1
monitoring.taken_in|尽|断言|=|1
monitoring.helped|尽|断言|=|1
fund.arranged|86.76|亿元|=|2
fund.arranged.central|35.26|亿元|=|2
fund.arranged.region|51.5|亿元|=|2
fund.arranged.growth|3|%|=|0
fund.issued_to_county|66.04|亿元|=|2
project.count|2473|个|=|0
project.start_rate|92.2|%|=|1
fund.spent_rate|42.2|%|=|1
asset.value|601|亿元|=|0
asset.ledgers|3|本|=|0
household.dibao.persons|42.41|万人|=|2
insurance.counties|86|个|=|0
insurance.persons|103|万人|=|0
monitoring.mass_relapse|0|个|=|0
income.per_capita|14951|元|=|0
income.per_capita.growth|13.98|%|=|2
income.rank|3|位|=|0
income.rank.of|25|个|=|0
industry.belts|18|个|=|0
industry.clusters|13|个|=|0
fund.special|100|亿元|≥|-2
fund.special.commitment|100|亿元/年|=|0
fund.industry_share|55|%|>|0
fund.industry_share.floor|55|%|=|0
fund.industry_share.rise|0|百分点|>|0
industry.leading_enterprises|628|家|=|0
industry.workshops|276|家|=|0
project.covered_person_times|49.3|万人次|=|1
industry.able_household_coverage|100|%|=|1
project.industry.count|1398|个|=|0
employment.measures|17|条|=|0
employment.persons|18.8|万人|=|1
employment.growth|3|%|=|0
employment.target_rate|96|%|=|0
employment.target_date|2022-06|月|=|
keycounty.national|10|个|=|0
keycounty.region|5|个|=|0
keycounty.count|15|个|=|0
policy.keycounty|14|项|=|0
fund.keycounty|23.33|亿元|=|2
fund.keycounty_share|35|%|=|0
pairing.soe|28|家|=|0
pairing.soe.counties|15|个|=|0
specialists|405|名|=|0
relocation.fund|4.9|亿元|=|1
relocation.projects|68|个|=|0
jingmeng.fund|14.94|亿元|=|2
jingmeng.fund.planned|14.94|亿元|=|2
jingmeng.fund.paid_rate|100|%|=|1
jingmeng.enterprises|40|家|=|0
jingmeng.enterprises.new|9|家|=|0
jingmeng.investment|7.15|亿元|=|2
jingmeng.parks|53|个|=|0
jingmeng.parks.new|2|个|=|0
jingmeng.workshops|124|个|=|0
jingmeng.workshops.running_rate|100|%|=|1
central_units|29|家|=|0
central_units.counties|31|个|=|0
wanqi.enterprises|1339|家|=|0
wanqi.villages|3171|个|=|0
wanqi.keycounty_enterprises|44|家|=|0
wanqi.keycounties|10|个|=|0
policy.supporting|45|件|=|0
policy.main|1|件|=|0
team.members|1.6|万名|=|1
toilet.rectified|15.38|万个|=|2
toilet.built|8.84|万个|=|2
garbage.villages|4379|个|=|0
governance.pilot_counties|3|个|=|0
governance.pilot_villages|67|个|=|0
sewage.villages.plan|400|个|=|0
garbage.villages.plan|1854|个|=|0
sweep.rounds|4|轮|=|0
sweep.key_groups|10|类|=|0
sweep.q4_lists|5|个|=|0
sharing.meetings|4|次|=|0
sales.last_year|77.85|亿元|=|2
jingmeng.last_year.enterprises|97|家|=|0
jingmeng.last_year.parks|51|个|=|0
jingmeng.last_year.projects|905|个|=|0
jingmeng.last_year.consumption|100|亿元|≥|-2
jingmeng.last_year.labour|7.1|万人|=|1
jingmeng.last_year.labour.lifted|5.1|万人|=|1
jingmeng.last_year.schools|468|所|=|0
jingmeng.last_year.hospitals|313|家|=|0
jingmeng.demo_villages|100|个|=|0
jingmeng.job_ways|6|批|=|0
team.task_aspects|6|个|=|0
team.tasks|35|项|=|0
team.key_tasks|4|项|=|0
leader.count|35|名|=|0
leader.counties|35|个|=|0
leader.counties.national|31|个|=|0
leader.counties.region|4|个|=|0
village_pairing.units|201|个|=|0
village_pairing.cadres|235|名|=|0
village_pairing.villages|240|个|=|0
village_pairing.townships|123|个|=|0
village_pairing.counties|15|个|=|0
wanqi.per_keycounty.min|3|家|≥|0
`;

export function publishedSheet(): Sheet {
  const { sheet, add } = openSheet(
    'published-figures',
    '指标,地区代码,时点,公布日期,公布文本,公布数值,计量单位,比较,位数,发布稿',
  );
  for (const line of SAID.trim().split('\n')) {
    const [figure = '', value = '', unit = '', compared = '', digits = ''] = line.split('|');
    const isNumber = /^\d+(\.\d+)?$/.test(value);
    add({
      ...{
        指标: figure,
        地区代码: '150000000000',
        时点: '2022-05-31',
        公布日期: '2022-06-08',
        公布文本: isNumber ? `${value}${unit}` : value,
      },
      ...{
        公布数值: isNumber ? value : undefined,
        计量单位: unit,
        比较: compared,
        位数: digits,
        发布稿: '2022年6月8日新闻发布会',
      },
    });
  }
  return sheet;
}
