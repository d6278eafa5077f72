import { type Sql } from 'postgres';

/**
 * Writes down a schema from the catalogs, in an order of its own, so that two schemas made in different ways can
 * be compared line by line. Bodies of functions are left to the migrations.
 */
export async function schemaSnapshot(sql: Sql, schema: string): Promise<string> {
  const parts = await Promise.all([
    tables(sql, schema),
    types(sql, schema),
    functions(sql, schema),
  ]);
  return parts.flat().join('\n').replaceAll(`${schema}.`, '');
}

async function tables(sql: Sql, schema: string): Promise<string[]> {
  const rows = await sql<{ name: string; columns: string; rest: string[]; grants: string[] }[]>`
    select relation.relname as name,
      (select string_agg(concat_ws(' ', ' ', attname, format_type(atttypid, atttypmod),
          case when attcollation <> typcollation then (
            select format('collate %I', collname) from pg_collation where oid = attcollation) end,
          case when attnotnull then 'not null' end,
          case when attidentity <> '' then 'generated always as identity' end,
          case attgenerated when 's' then 'generated always as (' || value || ') stored'
            else 'default ' || value end), e',\n' order by attnum)
        from pg_attribute
        join pg_type on pg_type.oid = atttypid
        left join lateral (select pg_get_expr(adbin, adrelid) as value
          from pg_attrdef where adrelid = attrelid and adnum = attnum) as expression on true
        where attrelid = relation.oid and attnum > 0 and not attisdropped) as columns,
      array(select format('alter table %I add constraint %I %s;', relation.relname, conname,
          pg_get_constraintdef(oid))
        from pg_constraint where conrelid = relation.oid and contype <> 'n' order by conname)
      || array(select pg_get_indexdef(indexrelid) || ';' from pg_index
        where indrelid = relation.oid and not exists (
          select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
        order by indexrelid::regclass::text collate "C")
      || array(select pg_get_triggerdef(oid) || ';' from pg_trigger
        where tgrelid = relation.oid and not tgisinternal order by tgname) as rest,
      array(select format('grant %s on %I to %s;', lower(privilege_type), relation.relname,
          coalesce(pg_get_userbyid(nullif(grantee, 0)), 'public'))
        from aclexplode(relacl) where grantee <> relowner order by privilege_type collate "C", pg_get_userbyid(grantee)) as grants
    from pg_class as relation
    where relation.relnamespace = (select oid from pg_namespace where nspname = ${schema})
      and relation.relkind in ('r', 'p', 'v', 'm', 'f')
    order by 1`;
  return rows.flatMap(({ name, columns, rest, grants }) => [
    `create table ${name} (\n${columns}\n);`,
    ...rest,
    ...grants,
    '',
  ]);
}

async function types(sql: Sql, schema: string): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select format('create type %I as (%s);', typname, (
      select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum)
      from pg_attribute where attrelid = typrelid and attnum > 0)) as line
    from pg_type join pg_class on pg_class.oid = typrelid
    where typnamespace = (select oid from pg_namespace where nspname = ${schema}) and relkind = 'c'
    order by typname`;
  return [...rows.map(({ line }) => line), ''];
}

async function functions(sql: Sql, schema: string): Promise<string[]> {
  const rows = await sql<{ line: string; grants: string[] }[]>`
    select concat_ws(' ',
        format('create function %I(%s)', proname, pg_get_function_arguments(routine.oid)),
        'returns ' || pg_get_function_result(routine.oid), 'language ' || lanname,
        case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
        case when proisstrict then 'strict' end,
        case when proparallel = 's' then 'parallel safe' end,
        case when prosecdef then 'security definer' end,
        (select string_agg('set ' || setting, ' ') from unnest(proconfig) as setting)) || ';' as line,
      array(select format('grant execute on %I to %s;', proname,
          coalesce(pg_get_userbyid(nullif(grantee, 0)), 'public'))
        from aclexplode(coalesce(proacl, acldefault('f', proowner)))
        where grantee <> proowner order by pg_get_userbyid(grantee)) as grants
    from pg_proc as routine join pg_language on pg_language.oid = prolang
    where pronamespace = (select oid from pg_namespace where nspname = ${schema})
      and not exists (select from pg_depend
        where objid = routine.oid and classid = 'pg_proc'::regclass and deptype = 'e')
    order by proname, pg_get_function_arguments(routine.oid) collate "C"`;
  return rows.flatMap(({ line, grants }) => [line, ...grants]);
}
