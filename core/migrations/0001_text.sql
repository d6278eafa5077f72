-- Texts: what may be stored, and how texts are compared and searched.

-- Compared without case and in one normal form, the same in every database: the zone, the locale and the
-- database's own collation play no part. Sigma has two small forms, and which one depends on what follows.
create function fold(value text) returns text
  language sql immutable strict parallel safe
  return translate(lower(normalize(value, nfc) collate "und-x-icu"), 'ς', 'σ') collate "C";

-- Characters that can't be seen or that change how their neighbours are shown. The same set as in the
-- contract's schemas, written out because regular expressions know no Unicode properties here.
create function has_invisible(value text) returns boolean
  language sql immutable strict parallel safe
  return value collate "C" ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]';

-- Without the blanks around it, besides the control characters that are refused anyway.
create function trimmed(value text) returns text
  language sql immutable strict parallel safe
  return btrim(value, E'\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000');

-- One line of visible text.
create function is_line(value text, longest integer) returns boolean
  language sql immutable strict parallel safe
  return char_length(value) between 1 and longest
    and value is nfc normalized
    and value = trimmed(value)
    and not has_invisible(value);

-- Visible text of several lines, or none.
create function is_paragraph(value text, longest integer) returns boolean
  language sql immutable strict parallel safe
  return char_length(value) <= longest
    and value is nfc normalized
    and value = trimmed(value)
    and not has_invisible(translate(value, E'\n\r\t', '   '));

create function is_code(value text) returns boolean
  language sql immutable strict parallel safe
  return value collate "C" ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$';

-- Whether every word occurs in what is searched, which is folded. In this form it is planned into the query that
-- uses it; a subquery over the words would run anew for each row, at thirty times the cost.
create function contains_words(search_key text, patterns text[]) returns boolean
  language sql immutable strict parallel safe
  return search_key like all (patterns);

-- The words of a search that comes as a JSON array, each as the pattern of what contains it.
create function word_patterns(words jsonb) returns text[]
  language sql immutable strict parallel safe
  return coalesce((
    select array_agg('%' || regexp_replace(fold(word), '([\\%_])', '\\\1', 'g') || '%')
    from jsonb_array_elements_text(words) as word), '{}');

-- A code without case and without what stands between its parts, such as tb0123 of TB-0123.
create function without_marks(value text) returns text
  language sql immutable strict parallel safe
  return lower(translate(value, '._-', '') collate "C");

-- Without the zeros in front of its numbers, such as TB-123 of TB-0123.
create function without_zeros(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(value collate "C", '(^|[^0-9])0+([0-9])', '\1\2', 'g');

-- A code as it is typed by people who leave out marks, or marks and zeros, with a line break between the two.
create function loose_code(code text) returns text
  language sql immutable strict parallel safe
  return without_marks(code) || E'\n' || without_marks(without_zeros(code));

-- The same two of what was typed, which comes as a JSON array of its words; nothing where it can't be a code's.
create function loose_forms(words jsonb) returns text[]
  language sql immutable strict parallel safe
  return (
    select case when plain ~ '^[a-z0-9]+$' then array[plain, short] else '{}' end
    from (
      select string_agg(without_marks(word), '' order by place) as plain,
        string_agg(without_marks(without_zeros(word)), '' order by place) as short
      from jsonb_array_elements_text(words) with ordinality as typed (word, place)) as forms);

-- A moment in ISO 8601, exact to the microsecond, so that asking for it finds what began with it; or infinity, which
-- sorts after all of them.
create function moment_text(value timestamptz) returns text
  language sql immutable strict parallel safe
  return coalesce(
    nullif(to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''), 'infinity');
