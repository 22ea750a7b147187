// What asks for a look about documents and tasks (registers §13).

export const POLICY_CONCERNS = [
  'task-of-replaced',
  'report-missing',
  'not-accepted',
  'figure-unknown',
  'goal-not-reached',
  'actual-differs',
  'same-number',
  'copied',
  'copy-counted',
] as const;
export type PolicyConcern = (typeof POLICY_CONCERNS)[number];

export const CONCERN_NAMES: Record<PolicyConcern, string> = {
  'task-of-replaced': '任务依据的文件已废止或被替代',
  'report-missing': '到期没有报告',
  'not-accepted': '没有承接',
  'figure-unknown': '指标不是公布的指标，无法计算',
  'goal-not-reached': '报了完成，指标没有达到目标值',
  'actual-differs': '报告的完成值高于指标现值',
  'same-number': '同一机关同一文号登记了两件',
  copied: '同一文号由不同地区分别登记',
  'copy-counted': '下级转发文件计入了 1+N',
};

/** Issuers of a joint document: 自治区党委、自治区政府. */
export function issuersOf(issuer: string): string[] {
  return issuer
    .split(/[、,，;；]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

export type NumberedDocument = { number: string; documentNo: string; issuer: string; regionCode: number };

/** Documents that share their number with another: of one issuer, however many signed; else of another region. */
export function sharedNumbers(documents: readonly NumberedDocument[]): { number: string; concern: PolicyConcern }[] {
  const groups = Map.groupBy(documents, ({ documentNo }) => documentNo.replace(/\s/g, ''));
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one): { number: string; concern: PolicyConcern }[] => {
      const others = group.filter(({ number }) => number !== one.number);
      const own = issuersOf(one.issuer);
      if (others.some(({ issuer }) => issuersOf(issuer).some((name) => own.includes(name))))
        return [{ number: one.number, concern: 'same-number' }];
      return others.some(({ regionCode }) => regionCode !== one.regionCode)
        ? [{ number: one.number, concern: 'copied' }]
        : [];
    }),
  );
}
