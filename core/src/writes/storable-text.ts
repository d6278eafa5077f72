/** A control character: the database refuses it, and with it the one row that it stands in. */
const refused = '\u0001';

/**
 * Replaces what can't even be sent to the database, NUL and halves of surrogate pairs, by a character that is
 * refused there, so that a bad row refuses itself and not the run.
 */
export function storableText<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) =>
    typeof item === 'string' ? item.replace(/\0|\p{Cs}/gu, refused) : item,
  ) as Value;
}
