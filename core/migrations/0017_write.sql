-- The one door for writes. Whoever serves can call this and nothing else that changes anything.

-- Changes the details of a beta app: locks it, does the operation on its current state, and answers all of it.
create function write_details(operation text, actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
declare
  v_locked record := lock_details(input, zone);
  v_current beta_app_state := v_locked.state;
  v_refusal jsonb := coalesce(v_locked.refusal, check_leaving(input));
  -- How many stores it had, where some may be withdrawn.
  v_stores integer := case when input ? 'withdraw' then cardinality(stores_of(v_current.beta_app_id)) end;
  v_withdrawn jsonb := '{}';
begin
  if v_refusal is not null then
    return v_refusal;
  end if;
  perform raise_claims(applications_with(v_current.beta_app_id, input ->> 'applicationCode'));
  v_refusal := case operation
    when 'updateBetaApp' then update_beta_app(actor, input, zone, v_current)
    when 'pauseBetaApp' then pause_beta_app(actor, input, zone, v_current)
    when 'resumeBetaApp' then resume_beta_app(actor, input, v_current)
    when 'endBetaApp' then end_beta_app(actor, zone, v_current)
    when 'cancelBetaApp' then cancel_beta_app(actor, v_current)
    when 'promoteBetaApp' then promote_beta_app(actor, zone, v_current)
    when 'addApplication' then add_application(actor, input, v_current)
    when 'changeApplication' then change_application(actor, input, v_current)
    when 'removeApplication' then remove_application(actor, input, v_current)
  end;
  if v_stores is not null then
    v_withdrawn := jsonb_build_object(
      'withdrawn', v_stores - cardinality(stores_of(v_current.beta_app_id)));
  end if;
  return coalesce(v_refusal, jsonb_build_object(
    'ok', beta_app_document(v_current.beta_app_id, zone) || v_withdrawn));
end $$;

create function dispatch_write(operation text, actor jsonb, input jsonb, zone text) returns jsonb
  language plpgsql as $$
begin
  case operation
    when 'createBetaApp' then return create_beta_app(actor, input, zone);
    when 'copyBetaApp' then return copy_beta_app(actor, input, zone);
    when 'updateBetaApp',
      'pauseBetaApp', 'resumeBetaApp', 'endBetaApp', 'cancelBetaApp', 'promoteBetaApp',
      'addApplication', 'changeApplication', 'removeApplication'
      then return write_details(operation, actor, input, zone);
    when 'saveStores' then return save_stores(actor, input, zone);
    when 'syncDirectory' then
      if coalesce((input ->> 'dryRun')::boolean, false) then
        return try_sync_directory(actor, input);
      end if;
      return sync_directory(actor, input);
    else raise exception 'Unknown operation: %', operation using errcode = 'invalid_parameter_value';
  end case;
end $$;

-- The answer to repeat for a key that has been used, the refusal for one that is running or was used for
-- something else, or null for a new one.
create function replayed_answer(nik text, wanted_key text, wanted_fingerprint text) returns jsonb
  language plpgsql as $$
declare
  v_known idempotency;
begin
  if not pg_try_advisory_xact_lock(
    hashtextextended(current_schema() || E'\n' || nik || E'\n' || wanted_key, 0)) then
    return refusal('IDEMPOTENCY_IN_PROGRESS');
  end if;
  select * into v_known from idempotency
    where actor_nik = nik and key = wanted_key and created_at > clock_timestamp() - interval '24 hours';
  if not found then
    return null;
  end if;
  if v_known.fingerprint is distinct from wanted_fingerprint then
    return refusal('IDEMPOTENCY_KEY_REUSED');
  end if;
  return v_known.answer;
end $$;

create function keep_answer(nik text, used_key text, used_fingerprint text, given jsonb) returns void
  language plpgsql as $$
declare
  v_now timestamptz := clock_timestamp();
  -- As a value: an index isn't used for what each row could be compared with anew.
  v_forgotten timestamptz := v_now - interval '24 hours';
begin
  if (select min(created_at) from idempotency) < v_forgotten then
    delete from idempotency where ctid in (
      select ctid from idempotency
      where created_at < v_forgotten
      order by created_at limit 100 for update skip locked);
  end if;
  -- The update makes a transaction with an older snapshot fail instead of writing twice.
  insert into idempotency (actor_nik, key, fingerprint, answer, created_at)
    values (nik, used_key, used_fingerprint, given, v_now)
    on conflict (actor_nik, key) do update
      set fingerprint = excluded.fingerprint, answer = excluded.answer, created_at = excluded.created_at;
end $$;

-- Does one write. `options`: the zone of lists, and for a write that may be repeated key and fingerprint.
-- A plan made for any number of stores is slow for 15,000, so plans are made for the values at hand; but making them
-- for one box takes longer than all else, so a save that names few stores uses plans that are kept.
create function write(operation text, actor jsonb, input jsonb, options jsonb) returns jsonb
  language plpgsql security definer
  set search_path from current
  set plan_cache_mode = force_generic_plan
  -- Enough to hash the ids of all stores: beyond it, sets of ids would be compared each with each.
  set work_mem = '32MB'
  as $$
declare
  v_key text := options ->> 'key';
  v_zone text := coalesce(options ->> 'zone', 'Asia/Jakarta');
  v_answer jsonb;
begin
  if not is_time_zone(v_zone) then
    raise exception 'Unknown zone: %', v_zone using errcode = 'invalid_parameter_value';
  end if;
  if (is_line(actor ->> 'name', 200) and is_line(actor ->> 'nik', 32)) is not true then
    raise exception 'An actor has a name and a NIK' using errcode = 'check_violation';
  end if;
  if v_key is not null then
    v_answer := replayed_answer(actor ->> 'nik', v_key, options ->> 'fingerprint');
    if v_answer is not null then
      return v_answer;
    end if;
  end if;
  if operation <> 'saveStores' or not are_few(input -> 'changes') then
    set local plan_cache_mode = force_custom_plan;
  end if;
  v_answer := dispatch_write(operation, actor, input, v_zone);
  if v_key is not null and v_answer ? 'ok' then
    perform keep_answer(actor ->> 'nik', v_key, options ->> 'fingerprint', v_answer);
  end if;
  return v_answer;
end $$;
