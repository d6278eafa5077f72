-- A new beta app with what another one has.

-- The open stores of a beta app without some.
create function stores_to_copy(source integer, except_codes jsonb) returns integer[]
  language plpgsql stable as $$
begin
  return ids_without(
    array(
      select registration.store_id from registration
      join store_state as state
        on state.store_id = registration.store_id and state.until = 'infinity' and state.open
      where registration.beta_app_id = source),
    store_ids(except_codes));
end $$;

create function copy_beta_app(actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_source integer;
  v_taken record;
  v_stores integer[] := '{}';
  v_conflicts jsonb;
  v_unknown text[] := unknown_stores(coalesce(input -> 'except', '[]'));
  v_id integer;
  v_refusal jsonb;
begin
  perform from directory for share;
  select id into v_source from beta_app where id = (input ->> 'id')::bigint for share;
  if not found then
    return refusal('BETA_APP_NOT_FOUND');
  end if;
  if v_unknown <> '{}' then
    return refusal('STORES_UNKNOWN', jsonb_build_object('stores', v_unknown));
  end if;
  if (input ->> 'applications')::boolean then
    perform raise_claims(applications_of(v_source));
  end if;
  v_refusal := check_new_beta_app(input, zone);
  if v_refusal is not null then
    return v_refusal;
  end if;
  if (input ->> 'stores')::boolean then
    v_stores := stores_to_copy(v_source, coalesce(input -> 'except', '[]'));
  end if;
  if (input ->> 'applications')::boolean then
    -- Judged before anything is written; no beta app has the number 0.
    v_conflicts := overlaps(0, applications_of(v_source), period_of(input), v_stores);
    if v_conflicts is not null then
      return refusal('STORES_OVERLAP', jsonb_build_object('conflicts', v_conflicts));
    end if;
  end if;
  v_id := write_new_beta_app(actor, input);
  if (input ->> 'applications')::boolean then
    for v_taken in
      select application.code, taken.version, taken.notes
      from beta_app_application as taken
      join application on application.id = taken.application_id
      where taken.beta_app_id = v_source and taken.until = 'infinity'
      order by application.code
    loop
      perform write_application(
        actor, v_id, v_taken.code, v_taken.version, v_taken.notes);
    end loop;
  end if;
  if v_stores <> '{}' then
    perform write_registrations(
      actor, v_id, v_stores, '{}', branch_changes(v_id, v_stores, '{}'));
  end if;
  return jsonb_build_object('ok', beta_app_document(v_id, zone));
end $$;
