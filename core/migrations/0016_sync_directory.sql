-- Taking in master data. Everything is read and judged before anything is written.

create function sync_changed(report jsonb) returns boolean
  language sql immutable
  return exists (
    select from jsonb_each(report) as part (name, content), jsonb_each(content) as list (kind, codes)
    where kind in ('added', 'changed', 'moved', 'closed', 'reopened') and codes <> '[]');

create function is_full_part(part jsonb) returns boolean
  language sql immutable
  return coalesce(part ->> 'mode' = 'full', false);

create function sync_directory(actor jsonb, input jsonb) returns jsonb
  language plpgsql as $$
declare
  v_branches branch_row[];
  v_applications application_row[];
  v_stores store_row[];
  v_vanished integer[] := '{}';
  v_closures integer;
  v_open integer;
  v_expected bigint := (input ->> 'expectedClosures')::bigint;
  v_at timestamptz;
  v_revision bigint;
  v_event bigint;
  v_report jsonb := '{}';
begin
  -- It counts the registrations of every beta app, and an older snapshot wouldn't know of the newest.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'The directory is synced in read committed only'
      using errcode = 'invalid_transaction_state';
  end if;
  select revision + 1, greatest(clock_timestamp(), changed_at + interval '1 microsecond')
    into v_revision, v_at from directory for update;
  -- A promotion may have been recorded later than the last sync, by a clock that was set back since.
  select greatest(v_at, max(since) + interval '1 microsecond') into v_at from application_production;

  if input ? 'branches' then
    v_branches := array(select row_ from read_branch_rows(input #> '{branches,rows}') as row_);
  end if;
  if input ? 'applications' then
    v_applications := array(
      select row_ from read_application_rows(input #> '{applications,rows}') as row_);
  end if;
  if input ? 'stores' then
    v_stores := array(select row_ from read_store_rows(input #> '{stores,rows}', array(
      select code from branch
      union select row_.code from unnest(v_branches) as row_ where (row_).fault is null)) as row_);
    if is_full_part(input -> 'stores') then
      v_vanished := vanished_stores(v_stores);
    end if;
    v_closures := cardinality(v_vanished) + cardinality(stores_closed_by_rows(v_stores));
    select coalesce(sum(open_stores), 0) into v_open from branch;
    if v_closures is distinct from coalesce(v_expected, v_closures)
      or (v_expected is null and v_closures > v_open * 0.02) then
      return refusal('CLOSURES_UNEXPECTED',
        jsonb_build_object('closures', v_closures, 'openStores', v_open));
    end if;
  end if;

  -- The time is read again after the checks: nobody may be told of a moment before it is written.
  v_at := greatest(clock_timestamp(), v_at);
  insert into event (at, actor_name, actor_nik, action, revision)
    values (v_at, actor ->> 'name', actor ->> 'nik', 'sync_directory', v_revision)
    returning id into v_event;
  if input ? 'branches' then
    v_report := v_report || jsonb_build_object('branches', write_branches(
      v_branches, is_full_part(input -> 'branches'), v_at, v_event));
  end if;
  if input ? 'stores' then
    v_report := v_report || jsonb_build_object('stores', write_stores(
      v_stores, v_vanished, is_full_part(input -> 'stores'), v_revision, v_at, v_event));
  end if;
  if input ? 'applications' then
    v_report := v_report || jsonb_build_object('applications', write_applications(
      v_applications, is_full_part(input -> 'applications'), v_at, v_event));
  end if;

  if not sync_changed(v_report) then
    delete from event where id = v_event;
    return jsonb_build_object('ok', v_report || jsonb_build_object('revision', v_revision - 1));
  end if;
  update event set after = (
      select jsonb_object_agg(part.name, (
        select jsonb_object_agg(kind, jsonb_array_length(codes))
        from jsonb_each(part.content) as list (kind, codes) where jsonb_typeof(codes) = 'array'))
      from jsonb_each(v_report) as part (name, content))
    where id = v_event;
  update directory set revision = v_revision, changed_at = v_at;
  perform pg_notify(current_schema(), jsonb_build_object('directory', v_revision)::text);
  return jsonb_build_object('ok', v_report || jsonb_build_object('revision', v_revision));
end $$;

-- Does all of it and takes it back, so that a dry run can't decide otherwise than the run itself. Variables
-- outlive what is rolled back.
create function try_sync_directory(actor jsonb, input jsonb) returns jsonb
  language plpgsql as $$
declare
  v_answer jsonb;
begin
  begin
    v_answer := sync_directory(actor, input);
    raise exception 'A dry run is over' using errcode = 'ZZDRY';
  exception when sqlstate 'ZZDRY' then
    null;
  end;
  if v_answer ? 'ok' then
    v_answer := jsonb_set(v_answer, '{ok,revision}', (select to_jsonb(revision) from directory));
  end if;
  return v_answer;
end $$;
