-- Which stores a save means.

-- Ids without others. `not in (select unnest())` hashes the right side once; `<> all` would compare each with
-- each. A few are taken out one by one, which costs next to nothing.
create function ids_without(ids integer[], others integer[]) returns integer[]
  language plpgsql immutable as $$
declare
  v_id integer;
begin
  if ids = '{}' or others = '{}' then
    return ids;
  end if;
  if cardinality(others) <= 10 then
    foreach v_id in array others loop
      ids := array_remove(ids, v_id);
    end loop;
    return ids;
  end if;
  return coalesce(
    (select array_agg(id) from unnest(ids) as id where id not in (select unnest(others))), '{}');
end $$;

-- Ids of the stores with these codes, each once.
create function store_ids(codes jsonb) returns integer[]
  language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(id), '{}') from store
    where code = any (array(select jsonb_array_elements_text(codes))));
end $$;

-- Codes that no store has.
create function unknown_stores(codes jsonb) returns text[]
  language sql stable
  begin atomic
    select coalesce(array_agg(distinct named.code), '{}')
    from jsonb_array_elements_text(codes) as named (code)
    where not exists (select from store where code = named.code collate "C");
  end;

-- The open stores that match a filter, and those among them that didn't when the directory had that revision:
-- a person who chose "all of these" hadn't seen them.
create function select_stores(
  filter jsonb, known_revision bigint, out chosen integer[], out newcomers integer[]
)
  language plpgsql stable as $$
declare
  v_branch integer;
  v_patterns text[] := word_patterns(filter -> 'words');
begin
  select id into v_branch from branch where code = filter ->> 'branch';
  select
    coalesce(array_agg(now.store_id) filter (where now.directory_revision <= known_revision or known), '{}'),
    coalesce(array_agg(now.store_id) filter (where now.directory_revision > known_revision and not known), '{}')
    into chosen, newcomers
    from store_state as now
    cross join lateral (
      select now.directory_revision > known_revision and coalesce((
        select past.open and (filter ->> 'branch' is null or past.branch_id = v_branch)
          and contains_words(past.search_key, v_patterns)
        from store_state as past
        where past.store_id = now.store_id and past.directory_revision <= known_revision
        order by past.since desc limit 1), false) as known) as earlier
    where now.until = 'infinity' and now.open
      and (filter ->> 'branch' is null or now.branch_id = v_branch)
      and contains_words(now.search_key, v_patterns);
end $$;

-- The stores that a beta app had at a revision, and all that it has beside those now.
create function stores_as_of(
  wanted integer, wanted_revision bigint, out then_registered integer[], out others integer[]
)
  language plpgsql stable as $$
declare
  v_event bigint := (
    select id from event where beta_app_id = wanted and revision = wanted_revision);
begin
  then_registered := array(
    select store_id from registration where beta_app_id = wanted and event_id <= v_event
    union
    select store_id from registration_past
    where beta_app_id = wanted and event_id <= v_event and end_event_id > v_event);
  others := ids_without(
    array(select store_id from registration where beta_app_id = wanted), then_registered);
end $$;

-- What the changes of a save add up to, later entries winning over earlier ones. `moves`: the ids of the beta apps that
-- stores are to be taken out of, to arrays of those stores' ids.
create function read_store_changes(
  wanted_app integer, current_revision bigint, changes jsonb, known_directory bigint,
  out wanted integer[], out unwanted integer[], out skipped integer[], out unknown text[],
  out moves jsonb, out refusal_of_input jsonb
)
  language plpgsql stable as $$
declare
  v_change jsonb;
  v_index integer := 0;
  v_except integer[];
  v_named integer[];
  v_newcomers integer[];
  v_others integer[];
begin
  wanted := '{}';
  unwanted := '{}';
  skipped := '{}';
  unknown := '{}';
  moves := '{}';
  for v_change in select * from jsonb_array_elements(changes) loop
    v_others := '{}';
    if v_change ? 'from' and (
      (v_change ->> 'from')::bigint = wanted_app
      or not exists (select from beta_app where id = (v_change ->> 'from')::bigint)) then
      refusal_of_input := invalid_field(format('changes.%s.from', v_index), 'unknown');
      return;
    end if;
    if v_change ? 'except' then
      v_except := store_ids(v_change -> 'except');
      unknown := unknown || unknown_stores(v_change -> 'except');
    else
      v_except := '{}';
    end if;
    if v_change ? 'codes' then
      v_named := store_ids(v_change -> 'codes');
      if cardinality(v_named) < jsonb_array_length(v_change -> 'codes') then
        unknown := unknown || unknown_stores(v_change -> 'codes');
      end if;
      if v_change ? 'from' then
        moves := moves || jsonb_build_object(
          v_change ->> 'from', coalesce(moves -> (v_change ->> 'from'), '[]') || to_jsonb(v_named));
      end if;
    elsif v_change ? 'asOf' then
      if (v_change ->> 'asOf')::bigint > current_revision then
        refusal_of_input := invalid_field(format('changes.%s.asOf', v_index), 'range');
        return;
      end if;
      select * into v_named, v_others
        from stores_as_of(wanted_app, (v_change ->> 'asOf')::bigint);
      v_named := ids_without(v_named, v_except);
      v_others := ids_without(v_others, v_except);
    else
      if v_change #> '{select,branch}' is not null
        and not exists (select from branch where code = v_change #>> '{select,branch}') then
        refusal_of_input := invalid_field(format('changes.%s.select.branch', v_index), 'unknown');
        return;
      end if;
      select * into v_named, v_newcomers from select_stores(v_change -> 'select', known_directory);
      v_named := ids_without(v_named, v_except);
      skipped := skipped || ids_without(v_newcomers, v_except);
    end if;
    if not coalesce((v_change ->> 'registered')::boolean, true) then
      v_others := v_named;
      v_named := '{}';
    end if;
    wanted := ids_without(ids_without(wanted, v_named), v_others) || v_named;
    unwanted := ids_without(ids_without(unwanted, v_named), v_others) || v_others;
    v_index := v_index + 1;
  end loop;
  skipped := ids_without(ids_without(skipped, wanted), unwanted);
  if unknown <> '{}' then
    unknown := array(select distinct named.code from unnest(unknown) as named (code) order by named.code);
  end if;
end $$;

-- Whether so few stores are better looked up one by one than read with all others.
create function is_few(stores integer) returns boolean
  language sql immutable
  return stores <= 50;

-- Whether changes name few stores, whatever there is.
create function are_few(changes jsonb) returns boolean
  language plpgsql immutable as $$
declare
  v_change jsonb;
  v_named integer := 0;
begin
  for v_change in select * from jsonb_array_elements(changes) loop
    if not v_change ? 'codes' then
      return false;
    end if;
    v_named := v_named + jsonb_array_length(v_change -> 'codes');
  end loop;
  return is_few(v_named);
end $$;
