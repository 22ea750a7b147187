// What banks lend to families (registers §7), by code: asked for and lent under the same names.

export const LOAN_PRODUCTS = {
  'lifted-credit': '脱贫人口小额信贷',
  fumin: '富民贷',
  zhunong: '乡村振兴助农贷',
  'land-mortgage': '承包地经营权抵押',
  'livestock-pledge': '活体牲畜质押',
} as const;
