import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'feeds.no-dataset': {
    kind: 'not-found',
    sentence: (d) => `没有名为“${d.dataset}”的数据种类。可用的有：${d.known}。`,
  },
  'feeds.other-department': {
    kind: 'forbidden',
    sentence: (d) => `“${d.title}”由${d.department}部门提供，当前账号不能装载。请改选本部门的数据种类。`,
  },
  'feeds.no-trial-file': {
    kind: 'not-found',
    sentence: (d) => `“${d.title}”没有可以试用的文件，它只随演示数据提供。请使用本部门的文件。`,
  },
  'feeds.no-batch': {
    kind: 'not-found',
    sentence: (d) => `没有批次 ${d.id}，或者它不在当前账号可以查看的范围内。请从批次列表中选择。`,
  },
  'feeds.not-under-way': {
    kind: 'conflict',
    sentence: (d) => `批次 ${d.id} 已不在排队或装载中，不能取消。如需作废，请在批次页面撤销。`,
  },
  'feeds.not-held': {
    kind: 'conflict',
    sentence: (d) => `批次 ${d.id} 已不在待确认中，可能已由他人处理。请刷新页面查看批次的状态。`,
  },
  'feeds.no-such-column': {
    kind: 'invalid',
    sentence: (d) => `“${d.title}”没有名为“${d.column}”的列，不能对应。请刷新页面后重新选择。`,
  },
  'feeds.not-loaded': {
    kind: 'conflict',
    sentence: (d) => `批次 ${d.id} 没有装载完成的数据，不能撤销。请刷新页面查看批次的状态。`,
  },
  'feeds.batch-not-own': {
    kind: 'forbidden',
    sentence: (d) => `批次 ${d.id} 由上级区域提交，只能由提交的单位处理。如需处理，请与其联系。`,
  },
  'feeds.no-header': {
    kind: 'not-found',
    sentence: (d) => `批次 ${d.id} 没有装载过，没有可以下载的内容。`,
  },
  'feeds.no-review-row': {
    kind: 'not-found',
    sentence: () => '没有这条待核对的记录，或者它不在当前账号可以核对的范围内。请从待核对列表中选择。',
  },
  'feeds.already-decided': {
    kind: 'conflict',
    sentence: (d) => `这条记录已由${d.by}核对，不能再次决定。请刷新待核对列表。`,
  },
  'feeds.not-a-candidate': {
    kind: 'invalid',
    sentence: () => '选择的人不在这条记录的可能人选中，没有保存。请刷新后重新选择。',
  },
});
