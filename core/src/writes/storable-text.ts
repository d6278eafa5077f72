/** A control character, as JSON writes it: refused by the database, and with it the row that it stands in. */
const refused = '\\u0001';

/** What JSON writes as an escape, besides backslashes, whose escapes must not be taken apart. */
const escapedBackslash = '\\\\';
const unsendable = /\\\\|\\u(?:0000|d[89a-f][\da-f]{2})/gu;

/**
 * Replaces what can't even be sent to the database, NUL and halves of surrogate pairs, by a character that is
 * refused there, so that a bad row refuses itself and not the run. Keys are looked through as well as values.
 */
export function storableText<Value>(value: Value): Value {
  const text = JSON.stringify(value).replace(unsendable, (found) =>
    found === escapedBackslash ? found : refused,
  );
  return JSON.parse(text) as Value;
}
