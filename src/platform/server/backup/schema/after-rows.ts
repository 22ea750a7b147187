// What is made once the rows are in: indexes, keys, triggers, and who may see what.

import { FUNCTIONS, RELATIONS } from './relations.ts';

const TABLE_KINDS = `c.relkind in ('r', 'p')`;

const KEYS = `
  select format('constraint %I of %I', k.conname, c.relname) as key,
    format('alter table only %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as sql
  from pg_constraint k, ${RELATIONS} and ${TABLE_KINDS} and k.conrelid = c.oid and k.contype in ('p', 'u', 'x') order by 1`;

const INDEXES = `
  select format('index %I', i.relname) as key, pg_get_indexdef(x.indexrelid) as sql
  from pg_index x join pg_class i on i.oid = x.indexrelid, ${RELATIONS} and x.indrelid = c.oid
    and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x')) order by 1`;

const ATTACHED_INDEXES = `
  select format('partition %s of index %s', h.inhrelid::regclass, h.inhparent::regclass) as key,
    format('alter index %s attach partition %s', h.inhparent::regclass, h.inhrelid::regclass) as sql
  from pg_inherits h join pg_index x on x.indexrelid = h.inhrelid, ${RELATIONS} and x.indrelid = c.oid order by 1`;

const REFERENCES = `
  select format('constraint %I of %I', k.conname, c.relname) as key,
    format('alter table %I add constraint %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as sql
  from pg_constraint k, ${RELATIONS} and k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0 order by 1`;

const TRIGGERS = `
  select format('trigger %I of %I', t.tgname, c.relname) as key, pg_get_triggerdef(t.oid)
    || case t.tgenabled when 'D' then format('; alter table %I disable trigger %I', c.relname, t.tgname)
      when 'A' then format('; alter table %I enable always trigger %I', c.relname, t.tgname)
      when 'R' then format('; alter table %I enable replica trigger %I', c.relname, t.tgname) else '' end as sql
  from pg_trigger t, ${RELATIONS} and t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0 order by 1`;

const COLUMN_SETTINGS = `
  select format('settings of column %I.%I', c.relname, a.attname) as key, concat_ws('; ',
    case when a.attstattarget >= 0 then format('alter table only %I alter %I set statistics %s', c.relname, a.attname, a.attstattarget) end,
    case when a.attstorage <> t.typstorage then format('alter table only %I alter %I set storage %s', c.relname, a.attname,
      case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end) end) as sql
  from pg_attribute a join pg_type t on t.oid = a.atttypid, ${RELATIONS} and ${TABLE_KINDS} and a.attrelid = c.oid and a.attnum > 0
    and not a.attisdropped and (a.attstattarget >= 0 or a.attstorage <> t.typstorage) order by 1`;

const ROW_SECURITY = `
  select format('row security of %I', c.relname) as key, concat_ws('; ',
    case when c.relrowsecurity then format('alter table only %I enable row level security', c.relname) end,
    case when c.relforcerowsecurity then format('alter table only %I force row level security', c.relname) end) as sql
  from ${RELATIONS} and (c.relrowsecurity or c.relforcerowsecurity) order by 1`;

const POLICIES = `
  select format('policy %I of %I', l.polname, c.relname) as key,
    format('create policy %I on %I as %s for %s to %s', l.polname, c.relname, case when l.polpermissive then 'permissive' else 'restrictive' end,
      case l.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      array_to_string(array(select case when r = 0 then 'public' else quote_ident(pg_get_userbyid(r)) end from unnest(l.polroles) r order by 1), ', '))
    || coalesce(' using (' || pg_get_expr(l.polqual, l.polrelid) || ')', '')
    || coalesce(' with check (' || pg_get_expr(l.polwithcheck, l.polrelid) || ')', '') as sql
  from pg_policy l, ${RELATIONS} and l.polrelid = c.oid order by 1`;

const WHO = `case when g.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end`;
const MAY_GRANT = `case when g.is_grantable then ' with grant option' else '' end`;

/** The owner has everything by itself. What PUBLIC may do unless told otherwise is taken away where it was. */
const GRANTS = `
  select format('grant on %I to %s', c.relname, ${WHO}) as key, string_agg(format('grant %s on %s %I to %s%s', lower(g.privilege_type),
    case c.relkind when 'S' then 'sequence' else 'table' end, c.relname, ${WHO}, ${MAY_GRANT}), '; ' order by g.privilege_type) as sql
  from pg_class c, aclexplode(c.relacl) g where c.oid in (select c.oid from ${RELATIONS}) and g.grantee <> c.relowner
  group by c.relname, g.grantee
  union all
  select format('grant on %I.%I to %s', c.relname, a.attname, ${WHO}), string_agg(format('grant %s (%I) on table %I to %s%s',
    lower(g.privilege_type), a.attname, c.relname, ${WHO}, ${MAY_GRANT}), '; ' order by g.privilege_type)
  from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g
  where c.oid in (select c.oid from ${RELATIONS}) and not a.attisdropped and g.grantee <> c.relowner group by c.relname, a.attname, g.grantee
  union all
  select format('grants on function %s', p.oid::regprocedure), format('revoke all on function %s from public', p.oid::regprocedure)
    || coalesce((select string_agg(format('; grant %s on function %s to %s%s', lower(g.privilege_type), p.oid::regprocedure, ${WHO},
      ${MAY_GRANT}), '' order by g.grantee) from aclexplode(p.proacl) g where g.grantee <> p.proowner), '')
  from ${FUNCTIONS} and p.proacl is not null
  union all
  select format('grant on schema to %s', ${WHO}), string_agg(format('grant %s on schema public to %s%s', lower(g.privilege_type), ${WHO},
    ${MAY_GRANT}), '; ' order by g.privilege_type)
  from pg_namespace n, aclexplode(n.nspacl) g where n.nspname = 'public' and g.grantee not in (0, n.nspowner)
    and pg_get_userbyid(g.grantee) <> current_user group by g.grantee
  order by 1`;

const COMMENTS = `
  select format('comment on %s %s', x.kind, x.name) as key, format('comment on %s %s is %L', x.kind, x.name, x.text) as sql from (
    select case c.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end as kind, quote_ident(c.relname) as name, d.description as text
    from pg_description d, ${RELATIONS} and d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid = 0
    union all
    select 'column', format('%I.%I', c.relname, a.attname), d.description
    from pg_description d join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid, ${RELATIONS}
      and d.classoid = 'pg_class'::regclass and d.objoid = c.oid and d.objsubid > 0
    union all
    select 'index', quote_ident(i.relname), d.description from pg_description d join pg_class i on i.oid = d.objoid and i.relkind in ('i', 'I')
      join pg_index x on x.indexrelid = i.oid, ${RELATIONS} and d.classoid = 'pg_class'::regclass and x.indrelid = c.oid
    union all
    select 'constraint', format('%I on %I', k.conname, c.relname), d.description from pg_description d join pg_constraint k on k.oid = d.objoid,
      ${RELATIONS} and d.classoid = 'pg_constraint'::regclass and k.conrelid = c.oid
    union all
    select 'function', p.oid::regprocedure::text, d.description from pg_description d, ${FUNCTIONS}
      and d.classoid = 'pg_proc'::regclass and d.objoid = p.oid) x order by 1`;

export const MADE_AFTER = [
  KEYS,
  INDEXES,
  ATTACHED_INDEXES,
  REFERENCES,
  TRIGGERS,
  COLUMN_SETTINGS,
  ROW_SECURITY,
  POLICIES,
  GRANTS,
  COMMENTS,
];

/** Names of what nothing here would make again. */
export const UNKNOWN = `
  select format('type %s', t.oid::regtype) as name from pg_type t left join pg_class r on r.oid = t.typrelid
  where t.typnamespace = 'public'::regnamespace and (t.typtype in ('d', 'e', 'r', 'm') or r.relkind = 'c')
    and not exists (select from pg_depend e where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
  union all
  select format('%s %s', case c.relkind when 'm' then 'materialized view' else 'foreign table' end, c.relname) from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('m', 'f')
  union all select format('rule %s', w.rulename) from pg_rewrite w, ${RELATIONS} and w.ev_class = c.oid and w.rulename <> '_RETURN'
  union all select format('statistics %s', s.stxname) from pg_statistic_ext s
  union all select format('aggregate %s', p.oid::regprocedure) from ${FUNCTIONS} and p.prokind = 'a'
  union all select format('child table %s', i.inhrelid::regclass) from pg_inherits i, ${RELATIONS} and c.oid = i.inhrelid and not c.relispartition
  union all select format('schema %s', n.nspname) from pg_namespace n
  where n.nspname <> 'public' and n.nspname !~ '^(pg_|information_schema$)'
    and not exists (select from pg_depend e where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')
    and exists (select from pg_class c where c.relnamespace = n.oid)
  union all select 'large objects' where exists (select from pg_largeobject_metadata)`;

/** Roles that policies and grants name, beside the owner and everybody. */
export const ROLES = `
  select distinct pg_get_userbyid(x.role) as name from (
    select unnest(l.polroles) as role, c.relowner as owner from pg_policy l, ${RELATIONS} and l.polrelid = c.oid
    union all select g.grantee, c.relowner from pg_class c, aclexplode(c.relacl) g where c.oid in (select c.oid from ${RELATIONS})
    union all select g.grantee, c.relowner from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g
      where c.oid in (select c.oid from ${RELATIONS})
    union all select g.grantee, p.proowner from pg_proc p, aclexplode(p.proacl) g where p.pronamespace = 'public'::regnamespace) x
  where x.role not in (0, x.owner) order by 1`;
