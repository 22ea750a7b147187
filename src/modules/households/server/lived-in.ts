// Which regions are asked about where every village or township has to have something: all but quarters of a town where no household of the
// registry lives, and statistical zones. Raw SQL over a region `r`.

/** Names of the kinds that a town has. */
const OF_TOWN = `('community', 'subdistrict')`;

/** Whether the region `r` is rural, or households of the registry live in it. */
export const LIVED_IN = `(r.kind <> 'statistical-zone' and (r.kind not in ${OF_TOWN} or exists (select from households lived
  where lived.county_code = (r.code / 1000000)::int and lived.valid_to is null
    and lived.village_code between r.code and r.code + case when r.level = 'village' then 0 else 999 end)))`;
