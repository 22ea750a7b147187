// Words of tasks that their register and the reports about them share.

export const PROGRESS = {
  'not-due': '未到期',
  'under-way': '进行中',
  done: '完成',
  overdue: '逾期',
  blocked: '受阻',
  cancelled: '取消',
} as const;

export const FREQUENCIES = {
  once: '一次',
  monthly: '每月',
  quarterly: '每季',
  'half-yearly': '每半年',
  yearly: '每年',
} as const;
export type Frequency = keyof typeof FREQUENCIES;
