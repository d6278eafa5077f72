-- Reading the rows of master data. Every row is checked by itself, and a bad one refuses only itself.

-- What is wrong with a text of a row, or null.
create function text_fault(value jsonb, longest integer) returns text
  language sql immutable
  return case
    when value is null or value = 'null' then 'required'
    when jsonb_typeof(value) <> 'string' then 'type'
    when trimmed(value #>> '{}') = '' then 'required'
    when has_invisible(trimmed(value #>> '{}')) then 'characters'
    when char_length(normalize(trimmed(value #>> '{}'), nfc)) > longest then 'too_long'
  end;

-- The same for a text of several lines that may be missing.
create function paragraph_fault(value jsonb, longest integer) returns text
  language sql immutable
  return case
    when value is null or value = 'null' then null
    when jsonb_typeof(value) <> 'string' then 'type'
    when has_invisible(translate(trimmed(value #>> '{}'), E'\n\r\t', '   ')) then 'characters'
    when char_length(normalize(trimmed(value #>> '{}'), nfc)) > longest then 'too_long'
  end;

create function tidy_text(value jsonb) returns text
  language sql immutable
  return normalize(trimmed(value #>> '{}'), nfc);

-- The code of a row as it would be stored, or null if there is none that could be one.
create function row_code(value jsonb) returns text
  language sql immutable
  return case
    when jsonb_typeof(value) = 'string' and is_code(upper(trimmed(value #>> '{}') collate "C"))
    then upper(trimmed(value #>> '{}') collate "C")
  end;

create function code_fault(value jsonb) returns text
  language sql immutable
  return coalesce(text_fault(value, 32), case when row_code(value) is null then 'format' end);

create function time_zone_fault(value jsonb) returns text
  language sql immutable
  return coalesce(text_fault(value, 64), case
    when not is_time_zone(value #>> '{}') then 'time_zone'
  end);

-- A row's fault is its first: the field and the reason, as 'name:too_long', or null.

create type branch_row as (line integer, code text, fault text, name text, time_zone text);

create function read_branch_rows(rows jsonb) returns setof branch_row
  language sql immutable
  begin atomic
    select line, code,
      -- A code that an earlier good row has already.
      coalesce(fault, case when row_number() over (
        partition by code, fault is null order by line) > 1 then 'code:duplicate' end),
      name, time_zone
    from (
      select line::integer as line, row_code(item -> 'code') as code,
        coalesce(
          'code:' || code_fault(item -> 'code'),
          'name:' || text_fault(item -> 'name', 200),
          'timeZone:' || time_zone_fault(item -> 'timeZone')) as fault,
        tidy_text(item -> 'name') as name, item ->> 'timeZone' as time_zone
      from jsonb_array_elements(rows) with ordinality as read (item, line)) as checked
    order by line;
  end;

create type application_row as (
  line integer, code text, fault text, name text, description text, production_version text);

create function read_application_rows(rows jsonb) returns setof application_row
  language sql immutable
  begin atomic
    select line, code,
      coalesce(fault, case when row_number() over (
        partition by code, fault is null order by line) > 1 then 'code:duplicate' end),
      name, description, production_version
    from (
      select line::integer as line, row_code(item -> 'code') as code,
        coalesce(
          'code:' || code_fault(item -> 'code'),
          'name:' || text_fault(item -> 'name', 200),
          'productionVersion:' || nullif(text_fault(item -> 'productionVersion', 64), 'required'),
          'description:' || paragraph_fault(item -> 'description', 2000)) as fault,
        tidy_text(item -> 'name') as name,
        tidy_text(item -> 'description') as description,
        nullif(tidy_text(item -> 'productionVersion'), '') as production_version
      from jsonb_array_elements(rows) with ordinality as read (item, line)) as checked
    order by line;
  end;

create type store_row as (
  line integer, code text, fault text, name text, branch_code text, open boolean);

create function read_store_rows(rows jsonb, branch_codes text[]) returns setof store_row
  language sql immutable
  begin atomic
    select line, code,
      coalesce(fault, case when row_number() over (
        partition by code, fault is null order by line) > 1 then 'code:duplicate' end),
      name, branch_code, open
    from (
      select line::integer as line, row_code(item -> 'code') as code,
        coalesce(
          'code:' || code_fault(item -> 'code'),
          'name:' || text_fault(item -> 'name', 200),
          'branchCode:' || coalesce(code_fault(item -> 'branchCode'), case
            when row_code(item -> 'branchCode') not in (select unnest(branch_codes))
            then 'unknown_branch' end),
          'open:' || case
            when coalesce(jsonb_typeof(item -> 'open'), 'boolean') <> 'boolean' then 'type' end
        ) as fault,
        tidy_text(item -> 'name') as name,
        row_code(item -> 'branchCode') as branch_code,
        coalesce(case when jsonb_typeof(item -> 'open') = 'boolean' then (item -> 'open')::boolean end,
          true) as open
      from jsonb_array_elements(rows) with ordinality as read (item, line)) as checked
    order by line;
  end;
