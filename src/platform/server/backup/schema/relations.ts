// What must stand before rows come in: functions, sequences, tables with their checks, views. Each is the statement that makes it
// again, read from the catalogue, with what it needs.

import type { Statement } from './statement.ts';

/** Of the product's schema, and not a part of an extension. */
const OURS = (catalogue: string, alias: string) =>
  `not exists (select from pg_depend e where e.classid = '${catalogue}'::regclass and e.objid = ${alias}.oid and e.deptype = 'e')`;

/** Working tables without log are nobody's: a load makes them, and its end or the next one takes them away. */
export const RELATIONS = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
  and c.relpersistence = 'p' and ${OURS('pg_class', 'c')}`;

export const FUNCTIONS = `pg_proc p where p.pronamespace = 'public'::regnamespace and ${OURS('pg_proc', 'p')}`;

/** The sequence of an identity column comes with its table. */
const OF_IDENTITY = `exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
  and d.refclassid = 'pg_class'::regclass and d.deptype = 'i')`;

const SEQUENCE_OPTIONS = `format('as %s increment by %s minvalue %s maxvalue %s start with %s cache %s%s', format_type(s.seqtypid, null),
  s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache, case when s.seqcycle then ' cycle' else '' end)`;

/** A partition takes identity from its parent when it is attached. */
const COLUMN = `format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
  || case when a.attcollation <> 0 and a.attcollation <> t.typcollation then format(' collate %I', l.collname) else '' end
  || case a.attcompression when 'p' then ' compression pglz' when 'l' then ' compression lz4' else '' end
  || case when a.attidentity <> '' and not c.relispartition then (
      select format(' generated %s as identity (sequence name %I %s)', case a.attidentity when 'a' then 'always' else 'by default' end,
        q.relname, regexp_replace(${SEQUENCE_OPTIONS}, '^as \\S+ ', ''))
      from pg_depend d join pg_class q on q.oid = d.objid join pg_sequence s on s.seqrelid = q.oid
      where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid
        and d.refobjsubid = a.attnum and d.deptype = 'i')
    when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(f.adbin, f.adrelid))
    when a.attgenerated = 'v' then format(' generated always as (%s) virtual', pg_get_expr(f.adbin, f.adrelid))
    when f.adbin is not null then ' default ' || pg_get_expr(f.adbin, f.adrelid) else '' end
  || case when a.attnotnull then ' not null' else '' end`;

/** Checks that came from the parent come again with it. */
const CHECK = `format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid))`;

const OPTIONS = `case when c.reloptions is null then '' else ' with (' || array_to_string(c.reloptions, ', ') || ')' end`;

const TABLE = `format('create table %I (%s)', c.relname, array_to_string(array(
      select ${COLUMN} from pg_attribute a join pg_type t on t.oid = a.atttypid
      left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum left join pg_collation l on l.oid = a.attcollation
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum)
    || array(select ${CHECK} from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conislocal and k.coninhcount = 0
      order by k.conname), ', '))
  || case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end || ${OPTIONS}`;

/** Rows of `id`, `key`, `sql`; `id` is what dependencies call it. */
export const MADE_BEFORE = `
  select 'f' || p.oid as id, p.oid::int8::float8 as age, format('function %s', p.oid::regprocedure) as key, pg_get_functiondef(p.oid) as sql from ${FUNCTIONS}
  union all
  select 'r' || c.oid, c.oid::int8::float8, format('sequence %I', c.relname), format('create sequence %I %s', c.relname, ${SEQUENCE_OPTIONS})
  from pg_sequence s, ${RELATIONS} and s.seqrelid = c.oid and not ${OF_IDENTITY}
  union all
  select 'r' || c.oid, c.oid::int8::float8, format('table %I', c.relname), ${TABLE} from ${RELATIONS} and c.relkind in ('r', 'p')
  union all
  select 'r' || c.oid, c.oid::int8::float8, format('view %I', c.relname),
    format('create view %I%s as %s', c.relname, ${OPTIONS}, pg_get_viewdef(c.oid)) from ${RELATIONS} and c.relkind = 'v'`;

/** Which of them needs which: rows of `id`, `needs`. Columns stand for their table, rules for their view, row types for their table. */
const OWNER_OF = (classid: string, objid: string) => `case ${classid} when 'pg_proc'::regclass then 'f' || ${objid}
    when 'pg_class'::regclass then 'r' || ${objid}
    when 'pg_type'::regclass then (select 'r' || y.typrelid from pg_type y where y.typrelid <> 0 and (y.oid = ${objid} or y.typarray = ${objid}))
    when 'pg_rewrite'::regclass then (select 'r' || w.ev_class from pg_rewrite w where w.oid = ${objid})
    when 'pg_attrdef'::regclass then (select 'r' || f.adrelid from pg_attrdef f where f.oid = ${objid})
    when 'pg_constraint'::regclass then (select 'r' || k.conrelid from pg_constraint k where k.oid = ${objid} and k.contype = 'c') end`;

export const NEEDS = `select distinct * from (
    select ${OWNER_OF('d.classid', 'd.objid')} as id, ${OWNER_OF('d.refclassid', 'd.refobjid')} as needs
    from pg_depend d where d.deptype in ('n', 'a', 'i')) x where id <> needs`;

/** Partitions: what is attached, level by level from the top. */
export const ATTACHED = `
  select format('partition %s', i.inhrelid::regclass) as key,
    format('alter table only %s attach partition %s %s', i.inhparent::regclass, i.inhrelid::regclass, pg_get_expr(c.relpartbound, c.oid)) as sql
  from pg_inherits i, ${RELATIONS} and c.oid = i.inhrelid and c.relispartition order by i.inhrelid`;

/** Sequences that go with a column which is none of identity. */
export const OWNED = `
  select format('owner of sequence %I', c.relname) as key, format('alter sequence %I owned by %s.%I', c.relname, d.refobjid::regclass, a.attname) as sql
  from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid, ${RELATIONS} and c.relkind = 'S'
    and d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass and d.deptype = 'a' order by 1`;

type Made = Statement & { id: string; age: number };

/** What is needed comes first; otherwise the order in which it was once made. */
export function inOrder(made: readonly Made[], needs: readonly { id: string; needs: string }[]): Statement[] {
  const byId = new Map(made.map((each) => [each.id, each]));
  const needed = Map.groupBy(needs, ({ id }) => id);
  const done = new Set<string>();
  const ordered: Statement[] = [];
  const put = (each: Made) => {
    if (done.has(each.id)) return;
    done.add(each.id);
    for (const { needs: id } of needed.get(each.id) ?? []) {
      const other = byId.get(id);
      if (other) put(other);
    }
    ordered.push({ key: each.key, sql: each.sql });
  };
  for (const each of made.toSorted((a, b) => a.age - b.age)) put(each);
  return ordered;
}
