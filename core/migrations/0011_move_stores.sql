-- Taking stores over from other beta apps.

-- The beta apps that changes take stores out of.
create function origins_of(changes jsonb) returns bigint[]
  language sql immutable
  return array(
    select distinct (change ->> 'from')::bigint as id
    from jsonb_array_elements(changes) as change where change ? 'from' order by id);

-- Locks a beta app and those that stores are moved out of, in the order of their ids.
create function lock_for_moves(wanted bigint, origins bigint[]) returns void
  language plpgsql as $$
begin
  perform from directory for share;
  perform from beta_app where id = any (origins || wanted) order by id for update;
end $$;

-- The ids of the stores that a beta app lets go of.
create function moved_from(origin integer, moves jsonb) returns integer[]
  language sql immutable
  return array(select jsonb_array_elements_text(coalesce(moves -> origin::text, '[]'))::integer);

-- What moving comes to: the stores that are added, and that the other beta apps have. One that is over lets its stores go
-- by itself, once it is in the last zone to reach midnight.
create function moves_to_make(moves jsonb, added integer[]) returns jsonb
  language plpgsql volatile as $$
declare
  v_origin integer;
  v_stores integer[];
  v_moves jsonb := '{}';
begin
  for v_origin in select key::integer from jsonb_object_keys(moves) as key order by 1 loop
    v_stores := moved_from(v_origin, moves);
    v_stores := registered_among(v_origin, ids_without(v_stores, ids_without(v_stores, added)));
    if v_stores <> '{}' and (lock_beta_app(v_origin, 'Asia/Jakarta')).refusal is null then
      v_moves := v_moves || jsonb_build_object(v_origin::text, v_stores);
    end if;
  end loop;
  return v_moves;
end $$;

-- Whether an actor may move stores from the other beta app to the wanted one: between their own, and out of those that the
-- host allows.
create function may_move(actor jsonb, allowed jsonb, wanted integer, other integer) returns boolean
  language sql stable
  begin atomic
    select allowed @> to_jsonb(other) or not exists (
      select from beta_app_state
      where beta_app_id in (wanted, other) and until = 'infinity'
        and owner_nik is distinct from actor ->> 'nik');
  end;

-- Refuses to move stores that others have a say in, with whom to ask.
create function check_moves(
  actor jsonb, allowed jsonb, wanted integer, moves jsonb
) returns jsonb
  language sql stable
  begin atomic
    select refusal('FORBIDDEN', jsonb_build_object('owner', person_json(state.owner_name, state.owner_nik)))
    from jsonb_object_keys(moves) as origin
    join beta_app_state as state
      on state.beta_app_id in (wanted, origin::integer) and state.until = 'infinity'
    where not may_move(actor, allowed, wanted, origin::integer)
      and state.owner_nik is distinct from actor ->> 'nik'
    order by state.beta_app_id = wanted, state.beta_app_id limit 1;
  end;

-- Conflicts, and of each whether the actor may move its stores over.
create function movable_conflicts(
  actor jsonb, allowed jsonb, wanted integer, conflicts jsonb
) returns jsonb
  language sql stable
  begin atomic
    select coalesce(jsonb_agg(conflict || jsonb_build_object(
        'movable', may_move(actor, allowed, wanted, (conflict #>> '{betaApp,id}')::integer))
        order by place), '[]')
    from jsonb_array_elements(conflicts) with ordinality as conflicts (conflict, place);
  end;

-- Takes stores out of the beta apps that they are moved from.
create function write_moves(
  actor jsonb, wanted integer, moves jsonb, moved_at timestamptz
) returns void
  language plpgsql as $$
declare
  v_origin integer;
  v_stores integer[];
begin
  for v_origin in select key::integer from jsonb_object_keys(moves) as key order by 1 loop
    v_stores := moved_from(v_origin, moves);
    perform write_registrations(actor, v_origin, '{}', v_stores,
      branch_changes(v_origin, '{}', v_stores), moved_at, jsonb_build_object('to', wanted));
  end loop;
end $$;

-- Whether the stores of a beta app run its versions now, by the zone of lists.
create function runs_now(state beta_app_state, zone text) returns boolean
  language sql volatile
  return beta_app_state_on(state.period, state.pause, state.closed, today_in(zone)) = 'active'
    or beta_app_state_on(state.period, state.pause, state.closed, today_in(zone)) = 'paused' and state.pause = 'keep';

-- The applications whose beta versions stores lose at once that move from one beta app to another.
create function lost_applications(origin beta_app_state, target beta_app_state, zone text) returns jsonb
  language plpgsql volatile as $$
begin
  if not runs_now(origin, zone) then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) order by code), '[]')
    from application
    where id = any (applications_of(origin.beta_app_id))
      and not (runs_now(target, zone) and id = any (applications_of(target.beta_app_id))));
end $$;

-- Out of which beta apps how many stores were moved, or would be.
create function moved_stores(target beta_app_state, moves jsonb, zone text) returns jsonb
  language sql volatile
  begin atomic
    select coalesce(jsonb_agg(jsonb_build_object(
        'betaApp', beta_app_reference(state),
        'stores', jsonb_array_length(stores),
        'lost', lost_applications(state, target, zone)) order by state.beta_app_id), '[]')
    from jsonb_each(moves) as moved (origin, stores)
    join beta_app_state as state on state.beta_app_id = origin::integer and state.until = 'infinity';
  end;
