// What can be refused about assessment.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'appraisals.not-found': {
    kind: 'not-found',
    sentence: () => '没有这个考核方案，或者它还没有告知得分。请返回列表刷新后再看。',
  },
  'appraisals.not-issued': {
    kind: 'conflict',
    sentence: (d) => `方案 ${d.number} 现在是“${d.state}”，不能计算。请在印发以后、告知得分以前计算。`,
  },
  'appraisals.still-entering': {
    kind: 'conflict',
    sentence: (d) => `录入截止日期 ${d.day} 还没有过，数据还会变。请在这一天以后计算。`,
  },
  'appraisals.nobody': {
    kind: 'conflict',
    sentence: () => '没有考核对象。请核对方案的考核地区和考核对象。',
  },
  'appraisals.not-computed': {
    kind: 'conflict',
    sentence: (d) => `方案 ${d.number} 还没有计算。请先点“计算得分”。`,
  },
  'appraisals.no-target': {
    kind: 'not-found',
    sentence: () => '没有这个考核对象的得分，或者它不在您的辖区内。请返回考核得分列表。',
  },
  'appraisals.weights-not-100': {
    kind: 'invalid',
    sentence: (d) => `权重合计为 ${d.sum}，应为 100。请调整后再试。`,
  },
  'appraisals.objections-over': {
    kind: 'conflict',
    sentence: (d) =>
      d.day ? `异议期已在 ${d.day} 结束，不能再提出异议。` : '得分还没有告知，或者已经审定，不能提出异议。',
  },
  'appraisals.no-indicator': {
    kind: 'invalid',
    sentence: (d) => `方案里没有计分指标 ${d.number}。请从得分明细里选择。`,
  },
  'appraisals.too-many-points': {
    kind: 'invalid',
    sentence: (d) => `更正得分超过了指标 ${d.number} 的权重 ${d.weight}。请核对后再填。`,
  },
  'appraisals.is-draft': {
    kind: 'conflict',
    sentence: (d) => `方案 ${d.number} 还在起草，直接修改即可，不需要修订版。`,
  },
});
