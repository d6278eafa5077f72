-- Adding applications to a beta app, changing and removing them.

create function add_application(actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_id integer;
  v_application integer;
  v_state beta_app_state;
  v_conflicts jsonb;
  v_at timestamptz;
  v_event bigint;
  v_refusal jsonb := lock_details(input, zone);
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  v_id := (input ->> 'id')::integer;
  select id into v_application from application where code = input ->> 'applicationCode';
  if not found then
    return invalid_field('applicationCode', 'unknown');
  end if;
  if v_application = any (applications_of(v_id)) then
    return refusal('APPLICATION_TWICE', '{}',
      '[{"path": "applicationCode", "code": "application_twice"}]');
  end if;
  perform raise_claims(array[v_application]);
  select * into v_state from beta_app_state where beta_app_id = v_id and until = 'infinity';
  if v_state.pause <> 'drop' then
    v_conflicts := overlaps(v_id, array[v_application], v_state.period, stores_of(v_id));
    if v_conflicts is not null then
      return refusal('STORES_OVERLAP', jsonb_build_object('conflicts', v_conflicts));
    end if;
  end if;
  v_at := recording_time(v_id, v_application);
  v_event := record_event(actor, v_at, 'add_application', v_id, true, null, jsonb_build_object(
    'code', input ->> 'applicationCode', 'version', input ->> 'version',
    'notes', coalesce(input ->> 'notes', '')));
  insert into beta_app_application
      (beta_app_id, application_id, version, notes, since, event_id)
    values (v_id, v_application, input ->> 'version', coalesce(input ->> 'notes', ''), v_at, v_event);
  return jsonb_build_object('ok', beta_app_document(v_id, zone));
end $$;

-- The current row of an application in a beta app.
create function taken_application(wanted integer, wanted_code text) returns beta_app_application
  language sql stable
  begin atomic
    select taken.*
    from beta_app_application as taken
    join application on application.id = taken.application_id
    where taken.beta_app_id = wanted and taken.until = 'infinity' and application.code = wanted_code;
  end;

create function change_application(actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_id integer;
  v_taken beta_app_application;
  v_version text;
  v_notes text;
  v_at timestamptz;
  v_event bigint;
  v_refusal jsonb := lock_details(input, zone);
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  v_id := (input ->> 'id')::integer;
  v_taken := taken_application(v_id, input ->> 'code');
  if v_taken.beta_app_id is null then
    return refusal('APPLICATION_NOT_FOUND');
  end if;
  v_version := coalesce(input ->> 'version', v_taken.version);
  v_notes := coalesce(input ->> 'notes', v_taken.notes);
  if (v_version, v_notes) is distinct from (v_taken.version, v_taken.notes) then
    v_at := recording_time(v_id);
    v_event := record_event(actor, v_at, 'change_application', v_id, true,
      jsonb_build_object('code', input ->> 'code', 'version', v_taken.version, 'notes', v_taken.notes),
      jsonb_build_object('code', input ->> 'code', 'version', v_version, 'notes', v_notes));
    update beta_app_application set until = v_at, end_event_id = v_event
      where beta_app_id = v_id and application_id = v_taken.application_id and until = 'infinity';
    insert into beta_app_application
        (beta_app_id, application_id, version, notes, since, event_id)
      values (v_id, v_taken.application_id, v_version, v_notes, v_at, v_event);
  end if;
  return jsonb_build_object('ok', beta_app_document(v_id, zone));
end $$;

create function remove_application(actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_id integer;
  v_taken beta_app_application;
  v_at timestamptz;
  v_event bigint;
  v_refusal jsonb := lock_details(input, zone);
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  v_id := (input ->> 'id')::integer;
  v_taken := taken_application(v_id, input ->> 'code');
  if v_taken.beta_app_id is null then
    return refusal('APPLICATION_NOT_FOUND');
  end if;
  v_at := recording_time(v_id);
  v_event := record_event(actor, v_at, 'remove_application', v_id, true, jsonb_build_object(
    'code', input ->> 'code', 'version', v_taken.version, 'notes', v_taken.notes), null);
  update beta_app_application set until = v_at, end_event_id = v_event
    where beta_app_id = v_id and application_id = v_taken.application_id and until = 'infinity';
  return jsonb_build_object('ok', beta_app_document(v_id, zone));
end $$;
