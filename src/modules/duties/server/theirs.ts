// What answers to a cadre of the roster. Cases and projects name a person; where they know more than the name, that decides. Raw SQL.

type Cadre = {
  /** Expressions for the cadre's number and the region the roster gives. */
  number: string;
  name: string;
  region: string;
};

/** The case `c` is the cadre's: of the name, and not of an account of that name at work elsewhere (an account and a cadre of one place are one). */
export const isTheirCase = ({
  name,
  region,
}: Cadre) => `c.responsible = ${name} and not exists (select from people_at_work() a
  where a.account_id = c.responsible_account and a.area_code <> ${region})`;

/** The row names the cadre by the number of the roster or, as most do, by name. */
export const isTheirs = (responsible: string, { number, name }: Cadre) => `${responsible} in (${number}, ${name})`;
